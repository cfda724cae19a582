package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.util.List;

/**
 * One window to measure.
 *
 * @param variants baseline first
 * @param interval scrape interval, after the scaling of time
 * @param started when the experiment's collectors had accepted their first points
 */
public record MeasureRequest(
        ExperimentRef ref,
        Window window,
        List<String> variants,
        List<String> criticalProcesses,
        Duration interval,
        java.time.Instant started) {
    public MeasureRequest {
        variants = List.copyOf(variants);
        criticalProcesses = List.copyOf(criticalProcesses);
    }
}
