package io.phoenix.workflow.experiment;

import static io.phoenix.workflow.experiment.ExperimentEngine.command;
import static io.phoenix.workflow.experiment.ExperimentEngine.refusal;
import static io.phoenix.workflow.experiment.Plans.BOB;
import static io.phoenix.workflow.experiment.Plans.aPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PauseAndExtendTest {
    @AutoClose
    private final ExperimentEngine engine = new ExperimentEngine();

    private final Fakes fakes = engine.fakes;

    @Test
    void goesOnInAnotherSegmentAfterAPause() {
        engine.start(aPlan());
        engine.measure(4);
        engine.workflow().pause(command(CommandKind.PAUSE, BOB));
        engine.pass(Duration.ofMinutes(10));
        int measuredWhilePaused = fakes.measured.size();
        boolean paused = engine.workflow().status().head().paused();
        engine.workflow().resume(command(CommandKind.RESUME, BOB));

        ExperimentHead head = engine.end();

        assertThat(paused).isTrue();
        assertThat(measuredWhilePaused).isEqualTo(4);
        List<Window> windows = fakes.analyzed.getFirst().windows();
        assertThat(windows).extracting(Window::segment).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
        assertThat(windows).extracting(Window::index).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(Duration.between(windows.get(3).end(), windows.get(4).start()))
                .isGreaterThan(Duration.ofMinutes(10));
        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(fakes.types()).contains("paused", "resumed");
    }

    @Test
    void seesAPauseThatWasOverBeforeAWindowWasRead() {
        fakes.measure = request -> {
            if (request.window().index() == 3) {
                engine.workflow().pause(command(CommandKind.PAUSE, BOB));
                engine.workflow().resume(command(CommandKind.RESUME, BOB));
            }
            return Fakes.complete(request);
        };

        engine.run(aPlan());

        assertThat(fakes.analyzed.getFirst().windows())
                .extracting(Window::segment)
                .containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void judgesNothingWhilePausedEvenWhenEverythingIsMeasured() {
        fakes.measure = request -> {
            if (request.window().index() == 9) {
                engine.workflow().pause(command(CommandKind.PAUSE, BOB));
            }
            return Fakes.complete(request);
        };
        engine.start(aPlan());
        engine.measure(10);
        engine.pass(Duration.ofMinutes(10));
        boolean judgedWhilePaused = !fakes.analyzed.isEmpty();
        engine.workflow().resume(command(CommandKind.RESUME, BOB));

        ExperimentHead head = engine.end();

        assertThat(judgedWhilePaused).isFalse();
        assertThat(fakes.analyzed.getFirst().windows()).hasSize(10);
        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void abortsAfterADayOfPause() {
        engine.start(aPlan());
        engine.measure(1);
        engine.workflow().pause(command(CommandKind.PAUSE, BOB));

        ExperimentHead head = engine.end();

        assertThat(head.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(head.message()).contains("paused for more than 24h");
    }

    @Test
    void canBeAbortedWhilePaused() {
        engine.start(aPlan());
        engine.measure(1);
        engine.workflow().pause(command(CommandKind.PAUSE, BOB));
        engine.workflow().abort(command(CommandKind.ABORT, BOB));

        ExperimentHead head = engine.end();

        assertThat(head.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(head.paused()).isFalse();
    }

    @Test
    void pausesAndResumesOnlyWhereThatMeansSomething() {
        engine.start(aPlan().manual());
        engine.measure(1);

        assertThat(refusal(() -> engine.workflow().resume(command(CommandKind.RESUME, BOB))))
                .isEqualTo("not_paused");
        engine.workflow().pause(command(CommandKind.PAUSE, BOB));
        assertThat(refusal(() -> engine.workflow().pause(command(CommandKind.PAUSE, BOB))))
                .isEqualTo("already_paused");
        engine.workflow().resume(command(CommandKind.RESUME, BOB));
        engine.reach(Phase.AWAITING_APPROVAL);
        assertThat(refusal(() -> engine.workflow().pause(command(CommandKind.PAUSE, BOB))))
                .isEqualTo("not_running");
    }

    @Test
    void measuresLongerWhenExtended() {
        engine.start(aPlan());
        engine.measure(2);

        engine.workflow().extend(command(CommandKind.EXTEND, BOB, Duration.ofMinutes(1)));

        engine.end();
        assertThat(fakes.analyzed.getFirst().windows()).hasSize(15);
    }

    @Test
    void extendsWithinTheMaximumDurationOnly() {
        engine.start(aPlan());
        engine.measure(2);

        assertThat(refusal(() -> engine.workflow().extend(command(CommandKind.EXTEND, BOB, Duration.ofMinutes(3)))))
                .isEqualTo("maximum_duration_exceeded");
        assertThat(refusal(() -> engine.workflow().extend(command(CommandKind.EXTEND, BOB, null))))
                .isEqualTo("invalid_request");
        assertThat(refusal(() -> engine.workflow().extend(command(CommandKind.PAUSE, BOB))))
                .isEqualTo("invalid_request");
    }

    @Test
    void doesNotExtendAfterTheFirstLook() {
        fakes.analyze = request -> Fakes.summary(
                io.phoenix.domain.analysis.Verdict.INCONCLUSIVE,
                false,
                request.windows().size() == 10);
        engine.start(aPlan());
        engine.measure(11);

        assertThat(refusal(() -> engine.workflow().extend(command(CommandKind.EXTEND, BOB, Duration.ofMinutes(1)))))
                .isEqualTo("first_look_passed");
    }
}
