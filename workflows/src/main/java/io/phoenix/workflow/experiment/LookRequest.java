package io.phoenix.workflow.experiment;

import java.util.List;

/**
 * One of several looks at the data.
 *
 * @param earlier share of the planned pairs that each look before this one has seen
 * @param plannedPoints grid points of the whole run
 * @param last whether everything that was planned is measured
 */
public record LookRequest(List<Double> earlier, int plannedPoints, boolean last) {
    public LookRequest {
        earlier = List.copyOf(earlier);
        if (plannedPoints < 1) {
            throw new IllegalArgumentException("plannedPoints is " + plannedPoints + ", a run has one at least");
        }
    }
}
