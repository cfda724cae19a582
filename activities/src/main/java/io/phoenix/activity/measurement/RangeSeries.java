package io.phoenix.activity.measurement;

import java.util.Map;

/**
 * One series on the grid of its query.
 *
 * @param values one per grid point, NaN where there is no sample
 * @param infinite how many infinite samples were dropped
 */
@SuppressWarnings("ArrayRecordComponent") // Read once by its one consumer, never compared.
public record RangeSeries(Map<String, String> labels, double[] values, int infinite) {
    public RangeSeries {
        labels = Map.copyOf(labels);
    }
}
