package io.phoenix.workflow.experiment;

import static io.phoenix.workflow.experiment.Plans.aPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.Cleanup;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.Projection;
import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FailureTest {
    @AutoClose
    private final ExperimentEngine engine = new ExperimentEngine();

    private final Fakes fakes = engine.fakes;

    private ExperimentHead lastHead() {
        return fakes.projections.getLast().head();
    }

    private static ApplicationFailure finalFailure(String code, String message) {
        return ApplicationFailure.newNonRetryableFailure(message, code);
    }

    private static ApplicationFailure passing() {
        return ApplicationFailure.newFailure("connection refused", "upstream_unavailable");
    }

    @Test
    void failsWithTheHolderOfABusyTarget() {
        fakes.fails("reserveTarget", finalFailure("target_busy", "target demo is held by web/3"), 1);
        engine.start(aPlan());

        ApplicationFailure failure = engine.failure();

        assertThat(failure.getType()).isEqualTo("target_busy");
        assertThat(failure.getOriginalMessage()).isEqualTo("target demo is held by web/3");
        assertThat(lastHead().phase()).isEqualTo(Phase.FAILED);
        assertThat(lastHead().errorCode()).isEqualTo("target_busy");
        assertThat(lastHead().outcome()).isEqualTo(Outcome.NOT_PROMOTED);
        assertThat(fakes.calls).doesNotContain("deployVariants");
    }

    @Test
    void deploysNothingWhenTheCollectorRefusesTheConfiguration() {
        fakes.fails("renderPipelines", finalFailure("invalid_pipeline", "error parsing regexp"), 1);
        engine.start(aPlan());

        ApplicationFailure failure = engine.failure();

        assertThat(failure.getType()).isEqualTo("invalid_pipeline");
        assertThat(fakes.cleanUp()).containsExactly("releaseTarget");
    }

    @Test
    void cleansUpAfterADeploymentOfWhichNobodyKnowsHowItEnded() {
        fakes.fails("deployVariants", finalFailure("deployment_failed", "exit code 1: bad config"), 1);
        engine.start(aPlan());

        engine.failure();

        assertThat(lastHead().message()).isEqualTo("exit code 1: bad config");
        assertThat(lastHead().verdict()).isNull();
        assertThat(fakes.cleanUp()).containsExactly("removeVariants", "releaseTarget");
        assertThat(fakes.phases()).containsExactly("INITIALIZING", "ROLLING_BACK", "FAILED");
    }

    @Test
    void stopsALoadThatFailedToStart() {
        fakes.fails("startLoad", finalFailure("load_failed", "no such profile"), 1);
        engine.start(aPlan());

        engine.failure();

        assertThat(fakes.cleanUp()).containsExactly("stopLoad", "removeVariants", "releaseTarget");
    }

    @Test
    void triesAgainWhatMayPass() {
        fakes.fails("reserveTarget", passing(), 3);
        fakes.fails("deployVariants", passing(), 2);
        fakes.fails("measureWindow", passing(), 2);

        assertThat(engine.run(aPlan()).outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void givesUpWhenCollectorsNeverBecomeReady() {
        fakes.fails("awaitReady", ApplicationFailure.newFailure("candidate is not scraped", "not_ready"), 1000);
        engine.start(aPlan());

        assertThat(engine.failure().getType()).isEqualTo("not_ready");
        assertThat(lastHead().message()).isEqualTo("candidate is not scraped");
    }

    @Test
    void saysThatCleaningUpIsBlockedAndGoesOnUntilItIsClean() {
        fakes.fails("removeVariants", passing(), 30);

        ExperimentHead head = engine.run(aPlan());

        assertThat(fakes.projections)
                .filteredOn(projection -> projection.type().equals("cleanup_blocked"))
                .isNotEmpty()
                .extracting(Projection::head)
                .allSatisfy(blocked -> assertThat(blocked.cleanup()).isEqualTo(Cleanup.BLOCKED));
        assertThat(head.cleanup()).isEqualTo(Cleanup.CLEAN);
        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(fakes.calls.indexOf("releaseTarget")).isGreaterThan(fakes.calls.lastIndexOf("removeVariants"));
    }

    @Test
    void triesToCleanUpAgainAfterAFinalFailure() {
        fakes.fails("stopLoad", finalFailure("internal", "a bug"), 3);

        assertThat(engine.run(aPlan()).cleanup()).isEqualTo(Cleanup.CLEAN);
    }

    @Test
    void measuresOnWhileTheDatabaseTakesNoEntries() {
        fakes.fails("project", passing(), 8);

        ExperimentHead head = engine.run(aPlan());

        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(fakes.projections)
                .extracting(Projection::sequence)
                .isSorted()
                .startsWith(1L, 2L, 3L);
    }

    @Test
    void saysWhyAWindowIsMissing() {
        fakes.fails("measureWindow", finalFailure("upstream_rejected", "Prometheus answered 422"), 1);

        engine.run(aPlan());

        assertThat(fakes.projections)
                .extracting(projection -> projection.head().message())
                .contains("window 1 of 10: Prometheus answered 422, missing");
    }

    @Test
    void endsAlthoughItsExperimentWasDeleted() {
        fakes.fails("project", finalFailure("not_found", "experiment does not exist"), 3);

        engine.run(aPlan());

        assertThat(fakes.projections).extracting(Projection::sequence).startsWith(4L, 5L);
    }

    @Test
    void tellsTheDatabaseOnlyWhatItCanStore() {
        fakes.fails("deployVariants", finalFailure("deployment_failed", "the log says \u0000\u001b[31mpanic"), 1);
        engine.start(aPlan());

        engine.failure();

        assertThat(lastHead().message()).isEqualTo("the log says \ufffd\ufffd[31mpanic");
        assertThat(fakes.audits.getLast().details().values())
                .containsExactly(lastHead().message());
    }
}
