package io.phoenix.workflow.experiment;

import static io.phoenix.workflow.experiment.Plans.aPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PromotionTest {
    private static final VerifyLook FINE = new VerifyLook(true, false, List.of());
    private static final VerifyLook UNSETTLED = new VerifyLook(false, false, List.of());
    private static final VerifyLook SUPERSEDED = new VerifyLook(true, true, List.of());
    private static final VerifyLook BROKEN =
            new VerifyLook(true, false, List.of(new Reason("COLLECTOR_DOWN", "up", "the collector is down")));

    @AutoClose
    private final ExperimentEngine engine = new ExperimentEngine();

    private final Fakes fakes = engine.fakes;

    private void looks(IntFunction<VerifyLook> look) {
        AtomicInteger number = new AtomicInteger();
        fakes.verify = () -> look.apply(number.incrementAndGet());
    }

    @Test
    void watchesForAsLongAsThePlanSays() {
        looks(number -> number <= 3 ? UNSETTLED : FINE);

        ExperimentHead head = engine.run(aPlan());

        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
        // Four looks until it has settled, then one every two seconds of the twenty.
        assertThat(fakes.calls).filteredOn("verifyPromotion"::equals).hasSize(14);
        assertThat(fakes.calls.indexOf("stopLoad")).isGreaterThan(fakes.calls.lastIndexOf("verifyPromotion"));
    }

    @Test
    void revertsWhatBreaksInTheWatch() {
        looks(number -> number == 5 ? BROKEN : FINE);

        ExperimentHead head = engine.run(aPlan());

        assertThat(head.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(head.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(head.outcome()).isEqualTo(Outcome.REVERTED);
        assertThat(head.outcomeReason()).isEqualTo("watch_breached");
        assertThat(head.message()).isEqualTo("the collector is down");
        assertThat(fakes.cleanUp()).containsExactly("revertPromotion", "stopLoad", "removeVariants", "releaseTarget");
        assertThat(fakes.phases()).endsWith("PROMOTING", "ROLLING_BACK", "COMPLETED");
    }

    @Test
    void keepsWhatDidNotAnswerOnceInTheWatch() {
        looks(number -> number == 5 ? UNSETTLED : FINE);

        assertThat(engine.run(aPlan()).outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void revertsWhatDoesNotRunInTwoLooksOfTheWatch() {
        looks(number -> number == 5 || number == 6 ? UNSETTLED : FINE);

        ExperimentHead head = engine.run(aPlan());

        assertThat(head.outcomeReason()).isEqualTo("watch_breached");
        assertThat(head.message()).contains("does not run any more");
    }

    @Test
    void revertsWhatNeverRuns() {
        looks(number -> UNSETTLED);

        ExperimentHead head = engine.run(aPlan());

        assertThat(head.outcome()).isEqualTo(Outcome.REVERTED);
        assertThat(head.outcomeReason()).isEqualTo("not_settled");
    }

    @Test
    void revertsWhatCannotBeVerified() {
        fakes.fails("verifyPromotion", ApplicationFailure.newNonRetryableFailure("400", "upstream_rejected"), 1);

        ExperimentHead head = engine.run(aPlan());

        assertThat(head.outcomeReason()).isEqualTo("verification_failed");
        assertThat(fakes.calls).contains("revertPromotion");
    }

    @Test
    void leavesATargetAloneThatChangedBeforeThePromotion() {
        fakes.fails("promote", ApplicationFailure.newNonRetryableFailure("generation is 9", "superseded"), 1);

        ExperimentHead head = engine.run(aPlan());

        assertThat(head.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(head.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(fakes.calls).doesNotContain("revertPromotion");
    }

    @Test
    void leavesATargetAloneThatChangedInTheWatch() {
        looks(number -> number == 4 ? SUPERSEDED : FINE);

        ExperimentHead head = engine.run(aPlan());

        assertThat(head.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(fakes.calls).doesNotContain("revertPromotion");
    }

    @Test
    void isSupersededWhenSomebodyElseWasFasterThanTheWayBack() {
        looks(number -> BROKEN);
        fakes.reverts = false;

        assertThat(engine.run(aPlan()).outcome()).isEqualTo(Outcome.SUPERSEDED);
    }

    @Test
    void failsWhenThePromotionCannotBeApplied() {
        fakes.fails("promote", ApplicationFailure.newNonRetryableFailure("disk full", "deployment_failed"), 1);
        engine.start(aPlan());

        ApplicationFailure failure = engine.failure();

        assertThat(failure.getType()).isEqualTo("deployment_failed");
        assertThat(fakes.calls).contains("revertPromotion");
        assertThat(fakes.projections.getLast().head().outcome()).isEqualTo(Outcome.REVERTED);
    }
}
