package io.phoenix.domain.experiment;

import io.phoenix.domain.analysis.Verdict;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The head of an experiment, as those see it who look at all tenants.
 *
 * @param sequence number of the projection; what is known of the experiment has changed when it has
 * @param verdict null unless the data were analysed
 */
public record RecentExperiment(
        ExperimentRef ref,
        long sequence,
        Phase phase,
        @Nullable Verdict verdict) {
    public RecentExperiment {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(phase, "phase");
    }
}
