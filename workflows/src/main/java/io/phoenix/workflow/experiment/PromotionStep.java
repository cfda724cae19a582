package io.phoenix.workflow.experiment;

import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.error.ErrorCode;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The winner becomes the target's active pipeline and is watched; what breaks is left to compensation. */
final class PromotionStep {
    private static final Duration SETTLING = Duration.ofMinutes(5);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int LOOKS = 20;

    private final ExperimentPlan plan;
    private final TimeScale scale;
    private final Grid grid;
    private final ActivityStubs stubs;
    private final Run run;
    private final Compensations compensations;

    PromotionStep(RunParts parts) {
        this.plan = parts.plan();
        this.scale = parts.scale();
        this.grid = parts.grid();
        this.stubs = parts.stubs();
        this.run = parts.run();
        this.compensations = parts.compensations();
    }

    Ending promote(Prepared prepared, AnalysisSummary summary, String reason) {
        Reservation reservation = prepared.reservation();
        String winner = Objects.requireNonNull(summary.winner(), "winner");
        ConfigHash hash = Objects.requireNonNull(prepared.rendered().variants().get(winner), winner);
        run.enter(Phase.PROMOTING, "promoting " + winner + " on " + reservation.target());
        Compensation.RevertPromotion revert = new Compensation.RevertPromotion(
                reservation.taskQueue(),
                new Promotion(reservation.target(), reservation.fence() + 1, hash, reservation.activeHash()));
        compensations.register(revert);
        Ending ending = applied(reservation, revert, hash, reason);
        // An abort that came with the last look still finds the way back registered.
        CancellationScope.throwCanceled();
        if (ending instanceof Ending.Concluded(Outcome outcome, String _, String _) && outcome != Outcome.REVERTED) {
            compensations.drop(revert);
        }
        return ending;
    }

    private Ending applied(
            Reservation reservation, Compensation.RevertPromotion revert, ConfigHash hash, String reason) {
        try {
            Promotion promotion = stubs.at(
                            reservation.taskQueue(),
                            PromotionActivities.class,
                            Limits.PROMOTE,
                            "promote to generation " + revert.promotion().generation() + " of " + reservation.target())
                    .promote(new PromoteRequest(plan.ref(), reservation.target(), reservation.fence(), hash));
            run.tell("promoted", "generation " + promotion.generation() + " of " + promotion.target() + " is active");
            return watched(reservation, promotion, reason);
        } catch (ActivityFailure e) {
            if (!RunFailure.cancelled(e) && RunFailure.of(e).is(ErrorCode.SUPERSEDED)) {
                return superseded(RunFailure.of(e).message());
            }
            throw e;
        }
    }

    private Ending watched(Reservation reservation, Promotion promotion, String reason) {
        try {
            Ending broken = settle(reservation, promotion);
            if (broken == null) {
                broken = watch(reservation, promotion);
            }
            return broken != null
                    ? broken
                    : new Ending.Concluded(
                            Outcome.PROMOTED,
                            reason,
                            "promoted: generation " + promotion.generation() + " of " + promotion.target());
        } catch (ActivityFailure e) {
            if (RunFailure.cancelled(e)) {
                throw e;
            }
            return reverted(
                    "verification_failed",
                    "the promotion could not be verified: " + RunFailure.of(e).message());
        }
    }

    private @Nullable Ending settle(Reservation reservation, Promotion promotion) {
        Instant deadline = Waits.now().plus(scale.timeout(SETTLING));
        run.expect("the promoted pipeline runs", deadline);
        VerifyLook look = look(reservation, promotion);
        while (!look.settled() && !look.superseded() && Waits.now().isBefore(deadline)) {
            Waits.until(Waits.now().plus(pause()), "wait until the promoted pipeline runs");
            look = look(reservation, promotion);
        }
        if (look.superseded()) {
            return superseded("somebody else changed " + promotion.target());
        }
        return look.settled()
                ? null
                : reverted("not_settled", "the promoted pipeline did not run on " + promotion.target() + " in time");
    }

    private @Nullable Ending watch(Reservation reservation, Promotion promotion) {
        Instant end = Waits.now().plus(scale.wait(plan.spec().decision().watch()));
        run.tell("watching", "watching generation " + promotion.generation() + " until " + Words.of(end));
        run.expect("the watch ends", end);
        do {
            Instant next = Waits.now().plus(pause());
            Waits.until(next.isBefore(end) ? next : end, "watch the promoted pipeline until " + Words.of(end));
            VerifyLook look = look(reservation, promotion);
            if (!look.settled() && !look.superseded() && asksTwice()) {
                Waits.until(Waits.now().plus(shortestPause()), "look again whether the promoted pipeline runs");
                look = look(reservation, promotion);
            }
            if (look.superseded()) {
                return superseded("somebody else changed " + promotion.target());
            }
            if (!look.settled()) {
                return reverted("watch_breached", "the promoted configuration does not run any more");
            }
            if (!look.breaches().isEmpty()) {
                return reverted("watch_breached", describe(look.breaches().getFirst()));
            }
        } while (Waits.now().isBefore(end));
        return null;
    }

    private VerifyLook look(Reservation reservation, Promotion promotion) {
        return stubs.at(
                        reservation.taskQueue(),
                        PromotionActivities.class,
                        Limits.VERIFY,
                        "look at generation " + promotion.generation() + " of " + promotion.target())
                .verifyPromotion(new VerifyRequest(
                        plan.ref(), promotion, plan.spec().criteria().criticalProcesses(), grid.interval()));
    }

    private Duration pause() {
        Duration share = scale.wait(plan.spec().decision().watch()).dividedBy(LOOKS);
        Duration shortest = shortestPause();
        return TimeScale.shorter(
                TimeScale.longer(share, shortest), TimeScale.longer(scale.wait(LONGEST_PAUSE), shortest));
    }

    private Duration shortestPause() {
        return TimeScale.longer(scale.wait(SHORTEST_PAUSE), grid.interval().multipliedBy(2));
    }

    /** One answer that does not come is no reason to take a promotion back; runs from before that decided so go on. */
    private static boolean asksTwice() {
        return Workflow.getVersion("ask-twice-in-the-watch", Workflow.DEFAULT_VERSION, 1) == 1;
    }

    private static Ending superseded(String message) {
        return new Ending.Concluded(Outcome.SUPERSEDED, "superseded", message);
    }

    private static Ending reverted(String reason, String message) {
        return new Ending.Concluded(Outcome.REVERTED, reason, message);
    }

    private static String describe(Reason reason) {
        return reason.message();
    }
}
