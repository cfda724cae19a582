package io.phoenix.activity.measurement;

import java.util.List;

/** Series of one query; with warnings the data may be incomplete. */
public record RangeReply(List<RangeSeries> series, List<String> warnings) {
    public RangeReply {
        series = List.copyOf(series);
        warnings = List.copyOf(warnings);
    }
}
