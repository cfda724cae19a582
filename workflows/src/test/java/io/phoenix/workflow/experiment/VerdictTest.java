package io.phoenix.workflow.experiment;

import static io.phoenix.workflow.experiment.Plans.aPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.Cleanup;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.measurement.Window;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
    @AutoClose
    private final ExperimentEngine engine = new ExperimentEngine();

    private final Fakes fakes = engine.fakes;

    @Test
    void promotesAWinner() {
        ExperimentHead head = engine.run(aPlan());

        assertThat(head.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(head.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(head.cleanup()).isEqualTo(Cleanup.CLEAN);
        assertThat(fakes.phases()).containsExactly("INITIALIZING", "RUNNING", "ANALYZING", "PROMOTING", "COMPLETED");
        assertThat(fakes.cleanUp()).containsExactly("stopLoad", "removeVariants", "releaseTarget");
    }

    @ParameterizedTest
    @EnumSource(value = Verdict.class, names = "PROMOTE", mode = EnumSource.Mode.EXCLUDE)
    void keepsTheTargetAsItIsAfterEveryOtherVerdict(Verdict verdict) {
        fakes.analyze = request -> Fakes.summary(verdict);

        ExperimentHead head = engine.run(aPlan());

        assertThat(head.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(head.outcome()).isEqualTo(Outcome.NOT_PROMOTED);
        assertThat(head.outcomeReason()).isEqualTo("verdict_" + verdict.name().toLowerCase(java.util.Locale.ROOT));
        assertThat(fakes.calls).doesNotContain("promote");
        assertThat(fakes.phases()).containsExactly("INITIALIZING", "RUNNING", "ANALYZING", "ROLLING_BACK", "COMPLETED");
    }

    @Test
    void neverPromotesWhenThePolicySaysSo() {
        ExperimentHead head = engine.run(aPlan().neverPromoting());

        assertThat(head.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(head.outcomeReason()).isEqualTo("promotion_never");
    }

    @Test
    void measuresTenWindowsOnOneGrid() {
        engine.run(aPlan());

        List<Window> windows =
                fakes.measured.stream().map(MeasureRequest::window).toList();
        assertThat(windows).hasSize(10).allSatisfy(window -> {
            assertThat(window.points()).isEqualTo(6);
            assertThat(window.start().toEpochMilli() % 2000).isZero();
        });
        assertThat(windows.subList(0, 9))
                .zipSatisfy(
                        windows.subList(1, 10), (a, b) -> assertThat(b.start()).isEqualTo(a.end()));
        assertThat(fakes.analyzed.getFirst().windows()).isEqualTo(windows);
    }

    @Test
    void endsTheMeasurementWhenACriticalProcessIsLost() {
        Reason lost = new Reason("CRITICAL_PROCESS_LOST", "critical_processes", "postgres is gone");
        fakes.measure = request -> Fakes.window(request, request.window().index() == 2 ? List.of(lost) : List.of());
        fakes.analyze = request -> Fakes.summary(Verdict.REJECT);

        engine.run(aPlan());

        assertThat(fakes.measured).hasSize(3);
        assertThat(fakes.analyzed.getFirst().windows()).hasSize(3);
    }

    @Test
    void goesOnWithoutAWindowThatCannotBeHad() {
        fakes.measure = request -> {
            if (request.window().index() == 3) {
                throw ApplicationFailure.newNonRetryableFailure("query refused", "upstream_rejected");
            }
            return Fakes.complete(request);
        };

        ExperimentHead head = engine.run(aPlan());

        assertThat(fakes.projections)
                .filteredOn(projection -> projection.type().equals("window_measured"))
                .hasSize(10)
                .anySatisfy(
                        projection -> assertThat(projection.head().message()).endsWith("missing"));
        assertThat(fakes.analyzed.getFirst().windows()).hasSize(10);
        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void fillsAGapBeforeTheAnalysis() {
        fakes.fails("measureWindow", ApplicationFailure.newNonRetryableFailure("400", "upstream_rejected"), 1);

        engine.run(aPlan());

        assertThat(fakes.measured)
                .extracting(request -> request.window().index())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0);
    }

    @Test
    void isInconclusiveWhenTheAnalysisGivesUp() {
        fakes.fails("analyze", ApplicationFailure.newNonRetryableFailure("no data", "internal"), 1);

        ExperimentHead head = engine.run(aPlan());

        assertThat(head.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(head.outcome()).isEqualTo(Outcome.NOT_PROMOTED);
    }

    @Test
    void measuresLongerWhenMoreTimeCouldRepairTheResult() {
        fakes.analyze = request -> request.windows().size() == 10
                ? Fakes.summary(Verdict.INCONCLUSIVE, false, true)
                : Fakes.summary(Verdict.PROMOTE);

        ExperimentHead head = engine.run(aPlan());

        assertThat(fakes.analyzed)
                .extracting(request -> request.windows().size())
                .containsExactly(10, 15);
        assertThat(fakes.phases()).startsWith("INITIALIZING", "RUNNING", "ANALYZING", "RUNNING", "ANALYZING");
        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void staysInconclusiveWhenTheMaximumDurationIsReached() {
        fakes.analyze = request -> Fakes.summary(Verdict.INCONCLUSIVE, false, true);

        ExperimentHead head = engine.run(aPlan());

        assertThat(fakes.analyzed)
                .extracting(request -> request.windows().size())
                .containsExactly(10, 15, 20);
        assertThat(head.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void startsNoLoadForRealHosts() {
        engine.run(aPlan().onHosts());

        assertThat(fakes.calls).doesNotContain("startLoad", "stopLoad").contains("awaitInput");
    }

    @Test
    void scalesEveryWait() {
        engine.run(aPlan().scaled(0.2));

        Window first = fakes.measured.getFirst().window();
        assertThat(first.step()).isEqualTo(Duration.ofMillis(400));
        assertThat(fakes.loads.getFirst().interval()).isEqualTo(Duration.ofMillis(200));
        assertThat(fakes.analyzed.getFirst().memory()).isEqualTo(Duration.ofSeconds(1));
        assertThat(fakes.analyzed.getFirst().windows()).hasSize(10);
    }

    @Test
    void pricesAndPublishesTheResult() {
        engine.run(aPlan());

        assertThat(engine.workflow().report().analysis()).isEqualTo(Fakes.summary(Verdict.PROMOTE));
        assertThat(engine.workflow().report().cost()).isEqualTo(Fakes.cost());
        assertThat(engine.workflow().progress().share()).isEqualTo(1);
        assertThat(fakes.projections)
                .extracting(projection -> projection.sequence())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(fakes.measured.getFirst().variants()).containsExactly("baseline", "candidate");
        assertThat(engine.workflow().status().head().phase()).isEqualTo(Phase.COMPLETED);
    }
}
