package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.temporal.activity.ActivityInterface;

/** The change of a target for good. Runs on the task queue of the target. */
@ActivityInterface
public interface PromotionActivities {

    /**
     * Makes the winner the active pipeline by compare-and-set on the generation, then lets the standing collector take it
     * over. Idempotent by (experiment, generation): a repeated call applies again what it decided.
     *
     * <p>Final: {@code superseded} when the target has changed since the reservation.
     */
    Promotion promote(PromoteRequest request);

    /** One look at the promoted pipeline: running hash, health, what it exports, critical processes. Read only. */
    VerifyLook verifyPromotion(VerifyRequest request);

    /**
     * Takes a promotion back: the previous pipeline becomes active again under the next generation and is applied.
     * Idempotent by (experiment, generation); a target that somebody else has changed since is left alone. The
     * way back is registered before the promotion, so its generation may never have come: then nothing is done.
     *
     * @return whether the previous pipeline is active again by this experiment's hand
     */
    boolean revertPromotion(ExperimentRef ref, Promotion promotion);
}
