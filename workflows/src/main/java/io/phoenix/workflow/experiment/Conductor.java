package io.phoenix.workflow.experiment;

import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.DecisionPolicy;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The order of an experiment, inside one scope that an abort cancels. */
final class Conductor {
    private final RunParts parts;
    private final BooleanSupplier historyIsLong;
    private final Measurement measurement;
    private final Judgement judgement;
    private final boolean carriedOn;
    private @Nullable Prepared prepared;
    private @Nullable Ending ending;

    Conductor(RunParts parts, @Nullable ExperimentState carried, BooleanSupplier historyIsLong) {
        this.parts = parts;
        this.historyIsLong = historyIsLong;
        this.measurement = new Measurement(parts);
        this.judgement = new Judgement(parts);
        this.carriedOn = carried != null;
        this.prepared =
                carried == null ? null : new Prepared(carried.reservation(), carried.rendered(), carried.deployed());
    }

    /** Conducts the run to its end; afterwards no command changes how it ends. */
    Ending conduct() {
        CancellationScope scope = Workflow.newCancellationScope(() -> ending = attempt());
        parts.commands().onAbort(scope::cancel);
        scope.run();
        if (parts.commands().aborted() || scope.isCancelRequested()) {
            ending = new Ending.Aborted(abortMessage());
        }
        Ending settled = Objects.requireNonNull(ending, "ending");
        if (!(settled instanceof Ending.Continued)) {
            parts.run().close();
        }
        return settled;
    }

    /** What the next run of this workflow needs. */
    ExperimentState state() {
        Prepared ready = Objects.requireNonNull(prepared, "prepared");
        return new ExperimentState(
                parts.journal().sequence(),
                ready.reservation(),
                ready.rendered(),
                ready.deployed(),
                parts.measuring().soFar(),
                parts.run().analysis().orElse(null),
                parts.compensations().all(),
                parts.commands().processed());
    }

    private Ending attempt() {
        try {
            return steps();
        } catch (ActivityFailure e) {
            return RunFailure.cancelled(e) ? new Ending.Aborted(abortMessage()) : new Ending.Failed(RunFailure.of(e));
        } catch (CanceledFailure e) {
            return new Ending.Aborted(abortMessage());
        }
    }

    private Ending steps() {
        Prepared ready = initialized();
        AnalysisSummary summary;
        boolean announced = carriedOn;
        do {
            if (!announced) {
                measurement.enter(parts.measuring().warm() ? "measuring on" : "warming up");
            }
            announced = false;
            AnalysisSummary early = null;
            do {
                if (!measureAll()) {
                    return new Ending.Continued();
                }
                early = lookBeforeTheEnd();
            } while (early == null && measurement.unfinished());
            judgement.enter();
            if (early == null) {
                measurement.fillGaps();
                summary = judgement.analyze();
            } else {
                summary = judgement.conclude(early);
            }
        } while (judgement.extend(summary));
        return decide(ready, summary);
    }

    private Prepared initialized() {
        if (prepared != null) {
            return prepared;
        }
        Initialization initialization =
                new Initialization(parts.plan(), parts.stubs(), parts.grid(), parts.compensations());
        Prepared ready = initialization.prepare(parts.run());
        parts.measuring().inputSeen(initialization.awaitInput(ready));
        prepared = ready;
        return ready;
    }

    /** What a look found when it settles everything; null when none is due or the run goes on. */
    private @Nullable AnalysisSummary lookBeforeTheEnd() {
        if (!measurement.unfinished()) {
            return null;
        }
        measurement.fillGaps();
        AnalysisSummary summary = judgement.look();
        if (!summary.settled()) {
            return null;
        }
        while (parts.run().paused()) {
            measurement.step();
            CancellationScope.throwCanceled();
        }
        return summary;
    }

    private boolean measureAll() {
        while (measurement.goesOn()) {
            measurement.step();
            CancellationScope.throwCanceled();
            if (measurement.goesOn() && !parts.run().paused() && drainedForFreshHistory()) {
                return false;
            }
        }
        return true;
    }

    private boolean drainedForFreshHistory() {
        if (!historyIsLong.getAsBoolean() || !parts.measuring().warm()) {
            return false;
        }
        // A database that is away must not keep the next window from being read in time.
        Waits.until(
                measurement.nextReadable(),
                "let the database catch up before the history starts afresh",
                () -> parts.journal().empty() || parts.run().paused());
        Workflow.await(Workflow::isEveryHandlerFinished);
        CancellationScope.throwCanceled();
        return !parts.run().paused() && parts.journal().empty();
    }

    private Ending decide(Prepared ready, AnalysisSummary summary) {
        if (summary.verdict() != Verdict.PROMOTE) {
            return Ending.Concluded.notPromoted(
                    "verdict_" + summary.verdict().name().toLowerCase(Locale.ROOT),
                    "not promoted: the verdict is " + summary.verdict());
        }
        if (parts.plan().spec().decision().promotion() == DecisionPolicy.Promotion.NEVER) {
            return Ending.Concluded.notPromoted("promotion_never", "not promoted: the experiment never promotes");
        }
        PromotionStep promotion = new PromotionStep(parts);
        Approval approval = new Approval(parts);
        if (!approval.needed(summary)) {
            parts.journal().audit("promotion", Commands.WORKFLOW, "promote", Map.of("policy", "automatic"));
            return promotion.promote(ready, summary, "promoted_by_policy");
        }
        Command decision = approval.await(summary);
        CancellationScope.throwCanceled();
        boolean byPerson = !decision.actor().equals(Commands.WORKFLOW);
        if (decision.kind() == CommandKind.APPROVE) {
            return promotion.promote(ready, summary, byPerson ? "approved" : "approved_by_default");
        }
        return Ending.Concluded.notPromoted(
                byPerson ? "rejected" : "approval_timed_out",
                "not promoted: " + parts.commands().decision());
    }

    private String abortMessage() {
        return parts.commands().aborted() ? parts.commands().decision() : "cancelled through the engine";
    }
}
