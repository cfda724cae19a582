package io.phoenix.workflow.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run carries over continue-as-new, which happens between two windows only.
 *
 * @param sequence of the last projection
 * @param analysis of an earlier look, when the measurement was extended after it
 * @param compensations in the order of their registration
 */
public record ExperimentState(
        long sequence,
        Reservation reservation,
        RenderedVariants rendered,
        DeployedCollectors deployed,
        MeasuredSoFar measured,
        @Nullable AnalysisSummary analysis,
        List<Compensation> compensations,
        List<ProcessedCommand> processedCommands) {
    public ExperimentState {
        compensations = List.copyOf(compensations);
        processedCommands = List.copyOf(processedCommands);
    }
}
