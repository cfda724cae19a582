package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.Cleanup;
import io.phoenix.domain.experiment.ExperimentRef;
import io.temporal.failure.ActivityFailure;
import java.util.Optional;

/** Runs what was registered, the last step first, until everything is clean. */
final class CleanUp {
    private final ExperimentRef ref;
    private final TimeScale scale;
    private final ActivityStubs stubs;
    private final Run run;
    private final Compensations compensations;
    private Optional<Boolean> reverted = Optional.empty();

    CleanUp(RunParts parts) {
        this.ref = parts.plan().ref();
        this.scale = parts.scale();
        this.stubs = parts.stubs();
        this.run = parts.run();
        this.compensations = parts.compensations();
    }

    void run() {
        Optional<Compensation> next = compensations.next();
        while (next.isPresent()) {
            untilClean(next.get());
            compensations.drop(next.get());
            next = compensations.next();
        }
        run.cleanup(Cleanup.CLEAN);
    }

    /** Whether a promotion was taken back by this run's hand; empty when there was none to take back. */
    Optional<Boolean> reverted() {
        return reverted;
    }

    private void untilClean(Compensation compensation) {
        Backoff backoff = new Backoff(scale);
        Limits limits = Limits.CLEAN_UP;
        while (true) {
            try {
                compensate(compensation, limits);
                return;
            } catch (ActivityFailure e) {
                run.cleanup(Cleanup.BLOCKED);
                run.tell(
                        "cleanup_blocked",
                        "cannot " + compensation.summary() + ": "
                                + RunFailure.of(e).message());
                backoff.pause("wait before the next attempt to " + compensation.summary());
                limits = Limits.BLOCKED_CLEAN_UP;
            }
        }
    }

    private void compensate(Compensation compensation, Limits limits) {
        String summary = compensation.summary();
        switch (compensation) {
            case Compensation.RevertPromotion(String queue, Promotion promotion) ->
                reverted = Optional.of(stubs.at(queue, PromotionActivities.class, limits, summary)
                        .revertPromotion(ref, promotion));
            case Compensation.StopLoad(String queue) ->
                stubs.at(queue, LoadActivities.class, limits, summary).stopLoad(ref);
            case Compensation.RemoveVariants(String queue, String target) ->
                stubs.at(queue, DeploymentActivities.class, limits, summary).removeVariants(ref, target);
            case Compensation.ReleaseTarget(String target) ->
                stubs.anywhere(TargetActivities.class, limits, summary).releaseTarget(ref, target);
        }
    }
}
