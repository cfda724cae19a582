package io.phoenix.domain.experiment;

import java.time.Duration;
import java.util.Objects;

/**
 * What follows a verdict.
 *
 * @param watch how long a promoted pipeline is watched; a breach reverts it
 */
public record DecisionPolicy(Promotion promotion, Approval approval, Duration watch) {
    public DecisionPolicy {
        Objects.requireNonNull(promotion, "promotion");
        Objects.requireNonNull(approval, "approval");
        Objects.requireNonNull(watch, "watch");
    }

    /** Who promotes a winner. */
    public enum Promotion {
        AUTOMATIC,
        MANUAL,
        NEVER
    }

    /** What happens when nobody has decided at the deadline. */
    public enum TimeoutAction {
        REJECT,
        APPROVE
    }

    /**
     * How a person decides.
     *
     * @param deadline at most 24 hours
     * @param fourEyes the one who started the experiment cannot approve it
     * @param engineSignals whether signals sent from the engine's own UI or command line count; they carry no verified
     *     actor
     */
    public record Approval(Duration deadline, TimeoutAction onTimeout, boolean fourEyes, boolean engineSignals) {
        public Approval {
            Objects.requireNonNull(deadline, "deadline");
            Objects.requireNonNull(onTimeout, "onTimeout");
        }
    }
}
