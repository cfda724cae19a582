package io.phoenix.workflow.experiment;

import static io.phoenix.workflow.experiment.ExperimentEngine.command;
import static io.phoenix.workflow.experiment.ExperimentEngine.refusal;
import static io.phoenix.workflow.experiment.Plans.BOB;
import static io.phoenix.workflow.experiment.Plans.aPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.Projection;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Four looks over twenty windows, a look after every fifth. */
class LooksTest {
    @AutoClose
    private final ExperimentEngine engine = new ExperimentEngine();

    private final Fakes fakes = engine.fakes;

    private static void decideAfter(Fakes fakes, int windows, Verdict verdict) {
        fakes.analyze =
                request -> Fakes.look(request, request.windows().size() >= windows ? verdict : Verdict.INCONCLUSIVE);
    }

    private static List<Integer> looks(Fakes fakes) {
        return fakes.analyzed.stream().map(request -> request.windows().size()).toList();
    }

    private static List<List<Double>> earlier(Fakes fakes) {
        return fakes.analyzed.stream().map(request -> request.look().earlier()).toList();
    }

    @Test
    void endsEarlyWhenALookRejects() {
        decideAfter(fakes, 10, Verdict.REJECT);

        ExperimentHead head = engine.run(aPlan().looking());

        assertThat(looks(fakes)).containsExactly(5, 10);
        assertThat(earlier(fakes)).containsExactly(List.of(), List.of(0.25));
        assertThat(fakes.measured).hasSize(10);
        assertThat(fakes.analyzed.getLast().look()).isEqualTo(new LookRequest(List.of(0.25), 240, false));
        assertThat(head.verdict()).isEqualTo(Verdict.REJECT);
        assertThat(head.outcome()).isEqualTo(Outcome.NOT_PROMOTED);
        assertThat(fakes.phases()).containsExactly("INITIALIZING", "RUNNING", "ANALYZING", "ROLLING_BACK", "COMPLETED");
        assertThat(fakes.cleanUp()).containsExactly("stopLoad", "removeVariants", "releaseTarget");
    }

    @Test
    void promotesEarlyAndPricesWhatItPromotes() {
        decideAfter(fakes, 5, Verdict.PROMOTE);

        ExperimentHead head = engine.run(aPlan().looking());

        assertThat(looks(fakes)).containsExactly(5);
        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(fakes.calls).filteredOn("analyze"::equals).hasSize(1);
        assertThat(fakes.calls).filteredOn("estimateCost"::equals).hasSize(1);
        assertThat(engine.workflow().progress().looks()).isEqualTo(1);
        assertThat(engine.workflow().progress().looksPlanned()).isEqualTo(4);
    }

    @Test
    void goesThroughToTheLastLook() {
        decideAfter(fakes, 20, Verdict.PROMOTE);

        ExperimentHead head = engine.run(aPlan().looking());

        assertThat(looks(fakes)).containsExactly(5, 10, 15, 20);
        assertThat(fakes.analyzed.getLast().look()).isEqualTo(new LookRequest(List.of(0.25, 0.5, 0.75), 240, true));
        assertThat(fakes.types()).filteredOn("looked"::equals).hasSize(3);
        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void isInconclusiveAtTheLastLookWhateverMoreTimeCouldRepair() {
        fakes.analyze =
                request -> Fakes.summary(Verdict.INCONCLUSIVE, false, true).at(new LookSummary(1, 0.25, false));

        ExperimentHead head = engine.run(aPlan().looking());

        assertThat(looks(fakes)).containsExactly(5, 10, 15, 20);
        assertThat(head.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void tellsOfALookThatIsNoVerdictYet() {
        decideAfter(fakes, 20, Verdict.PROMOTE);
        engine.start(aPlan().looking());
        engine.measure(6);

        ExperimentHead head = engine.workflow().status().head();
        ExperimentProgress progress = engine.workflow().progress();

        assertThat(head.phase()).isEqualTo(Phase.RUNNING);
        assertThat(head.verdict()).isNull();
        assertThat(progress.looks()).isEqualTo(1);
        assertThat(progress.nextEvent()).endsWith("look 2 of 4 comes after window 10");
        assertThat(fakes.projections)
                .filteredOn(projection -> projection.type().equals("looked"))
                .extracting(projection -> projection.head().message())
                .containsExactly("look 1 of 4 leaves it undecided: active series fall by 65.5 %");
    }

    @Test
    void aBrokenGuardrailIsJudgedBeforeTheNextLookIsDue() {
        decideAfter(fakes, 20, Verdict.PROMOTE);
        Reason lost = new Reason("CRITICAL_PROCESS_LOST", "critical_processes", "postgres is gone");
        fakes.measure = request -> Fakes.window(request, request.window().index() == 7 ? List.of(lost) : List.of());

        engine.run(aPlan().looking());

        assertThat(looks(fakes)).containsExactly(5, 8);
        assertThat(fakes.analyzed.getLast().look().last()).isFalse();
    }

    @Test
    void looksAsOftenAsPlannedAfterAPause() {
        decideAfter(fakes, 20, Verdict.PROMOTE);
        engine.start(aPlan().looking());
        engine.measure(7);
        engine.workflow().pause(command(CommandKind.PAUSE, BOB));
        engine.pass(Duration.ofMinutes(10));
        engine.workflow().resume(command(CommandKind.RESUME, BOB));

        engine.end();

        assertThat(looks(fakes)).containsExactly(5, 10, 15, 20);
        assertThat(fakes.analyzed.getLast().windows().stream()
                        .mapToInt(Window::points)
                        .sum())
                .isEqualTo(240);
    }

    @Test
    void holdsWhilePausedEvenWhenALookDecides() {
        decideAfter(fakes, 5, Verdict.REJECT);
        CountDownLatch analysis = fakes.hold("analyze");
        engine.start(aPlan().looking());
        engine.measure(5);
        engine.workflow().pause(command(CommandKind.PAUSE, BOB));
        analysis.countDown();
        engine.pass(Duration.ofMinutes(10));
        ExperimentHead held = engine.workflow().status().head();
        engine.workflow().resume(command(CommandKind.RESUME, BOB));

        ExperimentHead head = engine.end();

        assertThat(held.paused()).isTrue();
        assertThat(held.verdict()).isNull();
        assertThat(looks(fakes)).containsExactly(5);
        assertThat(head.verdict()).isEqualTo(Verdict.REJECT);
    }

    @Test
    void fillsGapsBeforeALook() {
        decideAfter(fakes, 20, Verdict.PROMOTE);
        fakes.measure = request -> {
            boolean first = fakes.measured.stream()
                            .filter(asked -> asked.window().equals(request.window()))
                            .count()
                    == 1;
            return request.window().index() == 2 && first
                    ? new WindowSummary(2, Quality.INCOMPLETE, new TreeMap<>(), List.of(), "d1")
                    : Fakes.complete(request);
        };

        engine.run(aPlan().looking());

        assertThat(fakes.measured.subList(0, 7))
                .extracting(request -> request.window().index())
                .containsExactly(0, 1, 2, 3, 4, 2, 5);
    }

    @Test
    void aLookThatGaveUpHasSeenNothing() {
        decideAfter(fakes, 10, Verdict.REJECT);
        fakes.fails("analyze", ApplicationFailure.newNonRetryableFailure("no data", "internal"), 1);

        ExperimentHead head = engine.run(aPlan().looking());

        assertThat(fakes.analyzed.getLast().look().earlier()).containsExactly(0.0);
        assertThat(head.verdict()).isEqualTo(Verdict.REJECT);
    }

    @Test
    void cannotBeExtended() {
        engine.start(aPlan().looking());
        engine.measure(2);

        assertThat(refusal(() -> engine.workflow().extend(command(CommandKind.EXTEND, BOB, Duration.ofMinutes(1)))))
                .isEqualTo("horizon_fixed");
    }

    @Test
    void anAbortBetweenTwoLooksLeavesNoVerdict() {
        decideAfter(fakes, 20, Verdict.PROMOTE);
        engine.start(aPlan().looking());
        engine.measure(7);
        engine.workflow().abort(command(CommandKind.ABORT, BOB));

        ExperimentHead head = engine.end();

        assertThat(head.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(head.verdict()).isNull();
    }

    /** Takes a history for long after some sixty events, which are a few windows. */
    public static class ShortHistory extends ExperimentWorkflowImpl {
        @WorkflowInit
        public ShortHistory(ExperimentPlan plan, @Nullable ExperimentState carried) {
            super(plan, carried, () -> Workflow.getInfo().getHistoryLength() > 60);
        }
    }

    @Test
    void carriesTheLooksThatWereTakenIntoAFreshHistory() {
        try (ExperimentEngine fresh = new ExperimentEngine(ShortHistory.class)) {
            decideAfter(fresh.fakes, 20, Verdict.PROMOTE);

            ExperimentHead head = fresh.run(aPlan().looking());

            assertThat(fresh.fakes.projections.stream().map(Projection::runId).distinct())
                    .hasSizeGreaterThan(3);
            assertThat(looks(fresh.fakes)).containsExactly(5, 10, 15, 20);
            assertThat(earlier(fresh.fakes).getLast()).containsExactly(0.25, 0.5, 0.75);
            assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
        }
    }
}
