package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import java.time.Duration;
import java.util.List;

/** One look at a target's standing collector after a promotion. */
public record VerifyRequest(ExperimentRef ref, Promotion promotion, List<String> criticalProcesses, Duration interval) {
    public VerifyRequest {
        criticalProcesses = List.copyOf(criticalProcesses);
    }
}
