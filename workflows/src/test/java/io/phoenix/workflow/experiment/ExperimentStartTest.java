package io.phoenix.workflow.experiment;

import static io.phoenix.workflow.experiment.Plans.aPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.Phase;
import io.temporal.client.WorkflowOptions;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ExperimentStartTest {
    @AutoClose
    private final ExperimentEngine engine = new ExperimentEngine();

    @Test
    void saysWhatTheExperimentIsAbout() {
        WorkflowOptions options = ExperimentStart.options(aPlan().build());

        assertThat(options.getWorkflowId()).isEqualTo(Plans.ref().workflowId());
        assertThat(options.getTaskQueue()).isEqualTo("phoenix-experiments");
        assertThat(options.getStaticSummary())
                .isEqualTo("web-hosts/1: process-topk-v1 against what the target runs on demo");
        assertThat(options.getStaticDetails())
                .contains("| goals | `active_series` saves more than 20 % |")
                .contains("| timing | warm-up 10s, measurement 2m (at most 4m), step 2s |")
                .contains("| guardrails | `collector_cpu` at most +25 % |");
        assertThat(Objects.requireNonNull(options.getTypedSearchAttributes()).get(ExperimentAttributes.PROFILE))
                .isEqualTo("realistic");
    }

    @Test
    void startsOneRunHoweverOftenItIsAsked() {
        engine.start(aPlan());
        engine.start(aPlan());
        engine.reach(Phase.RUNNING);

        engine.end();

        assertThat(engine.fakes.calls).filteredOn("reserveTarget"::equals).hasSize(1);
    }

    @Test
    void showsProgressWhileItRuns() {
        engine.start(aPlan());
        engine.measure(3);

        ExperimentProgress progress = engine.workflow().progress();

        assertThat(progress.windowsMeasured()).isEqualTo(3);
        assertThat(progress.windowsPlanned()).isEqualTo(10);
        assertThat(progress.nextEvent()).isEqualTo("window 4 of 10 is measured");
        assertThat(progress.nextAt()).isNotNull();
        assertThat(progress.share()).isBetween(0.28, 0.3);
    }
}
