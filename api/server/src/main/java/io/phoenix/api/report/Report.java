package io.phoenix.api.report;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.experiment.Experiment;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of a run when it is asked.
 *
 * @param measured the length of all measured windows, pauses left out; zero before the first
 * @param analysis null before the analysis and for runs without one
 */
record Report(
        Experiment experiment, Duration measured, @Nullable AnalysisResult analysis, List<CostEstimate> costs) {
    Report {
        costs = List.copyOf(costs);
    }
}
