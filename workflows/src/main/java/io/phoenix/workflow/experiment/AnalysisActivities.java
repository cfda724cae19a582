package io.phoenix.workflow.experiment;

import io.temporal.activity.ActivityInterface;

/** The verdict and its price, from stored measurements only. */
@ActivityInterface
public interface AnalysisActivities {

    /**
     * Judges and prices the stored windows, applies the minimum saving in money if the spec asks for one, and stores the
     * whole result and the estimates. Pure in its inputs, so idempotent.
     */
    AnalysisSummary analyze(AnalyzeRequest request);

    /** Sums up the stored estimates of the winner, or of the best candidate, by the first book of the spec. Reads only. */
    CostSummary estimateCost(CostRequest request);
}
