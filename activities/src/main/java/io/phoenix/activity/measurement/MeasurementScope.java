package io.phoenix.activity.measurement;

import io.phoenix.domain.experiment.ExperimentRef;
import java.time.Duration;
import java.util.List;

/**
 * Whose series are read, and how often they were scraped.
 *
 * @param step range of every rate
 */
public record MeasurementScope(ExperimentRef ref, Duration interval, Duration step, List<String> criticalProcesses) {
    public MeasurementScope {
        criticalProcesses = List.copyOf(criticalProcesses);
    }
}
