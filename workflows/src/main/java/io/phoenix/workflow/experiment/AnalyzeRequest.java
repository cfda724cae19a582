package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to judge. Memory and durations are those of the spec after the scaling of time.
 *
 * @param windows every window that was planned up to now; those without stored data count as missing
 * @param memory scaled memory of the ratio; null when not declared
 * @param look null when the data are looked at once
 */
public record AnalyzeRequest(
        ExperimentRef ref,
        ExperimentSpec spec,
        List<Window> windows,
        Duration step,
        @Nullable Duration memory,
        @Nullable LookRequest look) {
    public AnalyzeRequest {
        windows = List.copyOf(windows);
    }

    /** The only look. */
    public AnalyzeRequest(
            ExperimentRef ref, ExperimentSpec spec, List<Window> windows, Duration step, @Nullable Duration memory) {
        this(ref, spec, windows, step, memory, null);
    }
}
