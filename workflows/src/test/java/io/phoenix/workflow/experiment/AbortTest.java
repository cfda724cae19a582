package io.phoenix.workflow.experiment;

import static io.phoenix.workflow.experiment.ExperimentEngine.command;
import static io.phoenix.workflow.experiment.ExperimentEngine.refusal;
import static io.phoenix.workflow.experiment.Plans.BOB;
import static io.phoenix.workflow.experiment.Plans.aPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.domain.experiment.Cleanup;
import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbortTest {
    @AutoClose
    private final ExperimentEngine engine = new ExperimentEngine();

    private final Fakes fakes = engine.fakes;

    private static Command abort() {
        return command(CommandKind.ABORT, BOB);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reserveTarget",
                "renderPipelines",
                "deployVariants",
                "awaitReady",
                "startLoad",
                "awaitInput",
                "measureWindow",
                "analyze",
                "estimateCost"
            })
    void leavesNothingBehindWhateverTheRunWasDoing(String activity) {
        AtomicBoolean once = new AtomicBoolean();
        fakes.during(activity, () -> {
            if (!once.getAndSet(true)) {
                engine.workflow().abort(abort());
            }
        });

        ExperimentHead head = engine.run(aPlan());

        assertThat(head.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(head.outcome()).isEqualTo(Outcome.NOT_PROMOTED);
        assertThat(head.outcomeReason()).isEqualTo("aborted");
        assertThat(head.verdict()).isNull();
        assertThat(head.cleanup()).isEqualTo(Cleanup.CLEAN);
        assertThat(fakes.calls).doesNotContain("promote").contains("releaseTarget");
        assertThat(fakes.calls.contains("removeVariants") || !fakes.calls.contains("deployVariants"))
                .isTrue();
        assertThat(fakes.calls.contains("stopLoad") || !fakes.calls.contains("startLoad"))
                .isTrue();
    }

    @Test
    void mayComeBeforeTheFirstStep() {
        engine.startWithSignal(aPlan(), "abort");

        ExperimentHead head = engine.end();

        assertThat(head.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(fakes.calls).doesNotContain("reserveTarget").contains("releaseTarget");
    }

    @Test
    void endsTheWarmUp() {
        engine.start(aPlan());
        engine.reach(Phase.RUNNING);

        engine.workflow().abort(abort());

        assertThat(engine.end().phase()).isEqualTo(Phase.CANCELLED);
        assertThat(fakes.measured).isEmpty();
    }

    @Test
    void endsTheWaitForApproval() {
        engine.start(aPlan().manual());
        engine.reach(Phase.AWAITING_APPROVAL);

        engine.workflow().abort(abort());

        ExperimentHead head = engine.end();
        assertThat(head.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(head.outcome()).isEqualTo(Outcome.NOT_PROMOTED);
    }

    @Test
    void takesAPromotionBackDuringTheWatch() {
        engine.start(aPlan());
        engine.reach(Phase.PROMOTING);
        engine.pass(Duration.ofSeconds(5));

        engine.workflow().abort(abort());

        ExperimentHead head = engine.end();
        assertThat(head.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(head.outcome()).isEqualTo(Outcome.REVERTED);
        assertThat(fakes.cleanUp()).containsExactly("revertPromotion", "stopLoad", "removeVariants", "releaseTarget");
    }

    @Test
    void takesBackAPromotionThatWasGoingOn() {
        fakes.during("promote", () -> engine.workflow().abort(abort()));

        ExperimentHead head = engine.run(aPlan());

        assertThat(head.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(head.outcome()).isEqualTo(Outcome.REVERTED);
    }

    @Test
    void beatsAnApprovalThatHasNotPromotedYet() {
        engine.start(aPlan().manual());
        engine.reach(Phase.AWAITING_APPROVAL);
        CountDownLatch promotion = fakes.hold("promote");
        fakes.fails("promote", ApplicationFailure.newNonRetryableFailure("cancelled", "internal"), 1);
        fakes.reverts = false;

        engine.workflow().approve(command(CommandKind.APPROVE, "carol"));
        engine.workflow().abort(abort());
        promotion.countDown();

        ExperimentHead head = engine.end();
        assertThat(head.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(head.outcome()).isEqualTo(Outcome.NOT_PROMOTED);
        assertThat(engine.workflow().status().head()).isEqualTo(head);
    }

    @Test
    void winsOverAnApprovalThatComesLater() {
        engine.start(aPlan().manual());
        engine.reach(Phase.AWAITING_APPROVAL);
        List<String> refusals = new CopyOnWriteArrayList<>();
        fakes.during(
                "stopLoad",
                () -> refusals.add(refusal(() -> engine.workflow().approve(command(CommandKind.APPROVE, "carol")))));

        engine.workflow().abort(abort());

        assertThat(engine.end().phase()).isEqualTo(Phase.CANCELLED);
        assertThat(refusals).containsExactly("already_decided");
    }

    @Test
    void comesTooLateWhenThePromotionHasPassedItsWatch() {
        List<String> refusals = new CopyOnWriteArrayList<>();
        fakes.during(
                "stopLoad", () -> refusals.add(refusal(() -> engine.workflow().abort(abort()))));

        ExperimentHead head = engine.run(aPlan());

        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(refusals).containsExactly("already_decided");
    }

    @Test
    void mayComeAsASignal() {
        engine.start(aPlan());
        engine.measure(2);

        engine.stub().signal("abort", new SignalNote(BOB, "wrong target"));

        ExperimentHead head = engine.end();
        assertThat(head.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(head.message()).isEqualTo("aborted by bob (unverified, through the engine): wrong target");
    }

    @Test
    void mayComeAsACancellationByTheEngine() {
        engine.start(aPlan());
        engine.measure(2);

        engine.stub().cancel();

        assertThatThrownBy(engine::end)
                .isInstanceOf(WorkflowFailedException.class)
                .hasCauseInstanceOf(CanceledFailure.class);
        assertThat(fakes.cleanUp()).containsExactly("stopLoad", "removeVariants", "releaseTarget");
        assertThat(fakes.projections.getLast().head().phase()).isEqualTo(Phase.CANCELLED);
        assertThat(fakes.projections.getLast().head().message()).isEqualTo("cancelled through the engine");
    }

    @Test
    void comesTooLateByTheEngineAsWell() {
        fakes.during("stopLoad", () -> engine.stub().cancel());

        engine.start(aPlan());
        engine.awaitEnd();

        ExperimentHead head = fakes.projections.getLast().head();
        assertThat(head.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void cleansUpInReverseOrderWhenTheDeploymentIsAborted() {
        fakes.during("deployVariants", () -> engine.workflow().abort(abort()));

        engine.run(aPlan());

        assertThat(fakes.cleanUp()).isEqualTo(List.of("removeVariants", "releaseTarget"));
    }
}
