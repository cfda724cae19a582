package io.phoenix.workflow.experiment;

import static io.phoenix.workflow.experiment.Plans.aPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Outcome;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.WorkflowInit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FreshHistoryTest {
    @AutoClose
    private final ExperimentEngine engine = new ExperimentEngine(LongHistory.class);

    private final Fakes fakes = engine.fakes;

    /** Takes the history of the first run for too long from the start. */
    public static class LongHistory extends ExperimentWorkflowImpl {
        @WorkflowInit
        public LongHistory(ExperimentPlan plan, @Nullable ExperimentState carried) {
            super(plan, carried, () -> carried == null);
        }
    }

    @Test
    void measuresInTimeWhileTheDatabaseKeepsTheHistoryFromStartingAfresh() {
        List<Integer> refusals = new ArrayList<>();
        int all = 12;
        fakes.fails("project", ApplicationFailure.newFailure("connection refused", "upstream_unavailable"), all);
        fakes.measure = request -> {
            refusals.add((int) fakes.calls.stream().filter("project"::equals).count());
            return Fakes.complete(request);
        };

        ExperimentHead head = engine.run(aPlan());

        assertThat(refusals).hasSize(10).allSatisfy(count -> assertThat(count).isLessThan(all));
        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
    }
}
