package io.phoenix.activity.promotion;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.pipeline.RenderedPipeline;
import java.util.List;
import java.util.Set;

/** What runs on targets for good. Thread-safe. */
public interface StandingPipeline {
    /**
     * Lets the target run the configuration under this generation and waits until it reports its hash. Repeatable.
     *
     * @throws io.phoenix.error.PhoenixException {@code superseded} when it runs a later generation, {@code
     *     deployment_failed} when the collector ended over it, {@code not_ready} when it does not answer
     */
    void apply(String target, RenderedPipeline pipeline, long generation);

    /** How the target is now. Read only. */
    StandingHealth health(String target);

    /**
     * Processes of these names that the experiment's baseline shows now and the target does not, as {@code host/name}.
     *
     * @throws io.phoenix.error.PhoenixException {@code not_ready} when one of both does not answer
     */
    Set<String> missingProcesses(String target, ExperimentRef ref, List<String> names);
}
