package io.phoenix.workflow.experiment;

import static io.phoenix.workflow.experiment.ExperimentEngine.command;
import static io.phoenix.workflow.experiment.Plans.BOB;
import static io.phoenix.workflow.experiment.Plans.aPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandDecision;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Projection;
import io.phoenix.domain.measurement.Window;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ContinueAsNewTest {
    @AutoClose
    private final ExperimentEngine engine = new ExperimentEngine(ShortHistory.class);

    private final Fakes fakes = engine.fakes;

    /** Takes a history for long after some sixty events, which are a few windows. */
    public static class ShortHistory extends ExperimentWorkflowImpl {
        @WorkflowInit
        public ShortHistory(ExperimentPlan plan, @Nullable ExperimentState carried) {
            super(plan, carried, () -> Workflow.getInfo().getHistoryLength() > 60);
        }
    }

    @Test
    void carriesEverythingIntoAFreshHistory() {
        ExperimentHead head = engine.run(aPlan());

        List<Window> windows = fakes.analyzed.getFirst().windows();
        assertThat(fakes.projections.stream().map(Projection::runId).distinct()).hasSizeGreaterThan(2);
        assertThat(windows).hasSize(10);
        assertThat(windows.subList(0, 9))
                .zipSatisfy(
                        windows.subList(1, 10), (a, b) -> assertThat(b.start()).isEqualTo(a.end()));
        assertThat(fakes.projections)
                .extracting(Projection::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(fakes.calls).filteredOn("deployVariants"::equals).hasSize(1);
        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(fakes.cleanUp()).containsExactly("stopLoad", "removeVariants", "releaseTarget");
    }

    @Test
    void knowsTheCommandsOfEarlierHistories() {
        engine.start(aPlan());
        engine.measure(1);
        Command extend = command(CommandKind.EXTEND, BOB, Duration.ofMinutes(1));
        CommandDecision first = engine.workflow().extend(extend);
        engine.measure(7);

        CommandDecision again = engine.workflow().extend(extend);

        assertThat(fakes.projections.stream().map(Projection::runId).distinct()).hasSizeGreaterThan(1);
        assertThat(again).isEqualTo(first);
        engine.end();
        assertThat(fakes.analyzed.getFirst().windows()).hasSize(15);
    }

    @Test
    void keepsSegmentsApartInAFreshHistory() {
        engine.start(aPlan());
        engine.measure(2);
        engine.workflow().pause(command(CommandKind.PAUSE, BOB));
        engine.pass(Duration.ofMinutes(1));
        engine.workflow().resume(command(CommandKind.RESUME, BOB));

        engine.end();

        assertThat(fakes.analyzed.getFirst().windows())
                .extracting(Window::segment)
                .containsExactly(0, 0, 1, 1, 1, 1, 1, 1, 1, 1);
    }
}
