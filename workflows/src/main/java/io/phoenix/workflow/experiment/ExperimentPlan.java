package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentSpec;
import java.util.Objects;

/**
 * The input of an experiment's workflow.
 *
 * @param startedBy subject that asked for the run; cannot approve it under four eyes
 * @param timeScale factor on every wait, in (0, 1]; 1 is real time. Start-to-close timeouts shrink with it to 10 s at
 *     least, heartbeat timeouts to 3 s at least
 */
public record ExperimentPlan(ExperimentRef ref, ExperimentSpec spec, String startedBy, double timeScale) {
    public ExperimentPlan {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(spec, "spec");
        Objects.requireNonNull(startedBy, "startedBy");
        if (!(timeScale > 0 && timeScale <= 1)) {
            throw new IllegalArgumentException("timeScale is " + timeScale + ", allowed is (0, 1]");
        }
    }
}
