package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.sequential.GroupSequential;
import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.activity.analysis.statistics.Interval;
import io.phoenix.activity.analysis.statistics.Normal;
import io.phoenix.domain.experiment.Criteria;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How much of the risk a criterion may take, at the end and at a look: bounds of gsDesign's sfLDOF with a two-sided risk of
 * 5 % over two equal looks, 2.9626 and 1.9686.
 */
class StrictnessTest {
    private static final GroupSequential.Look HALF =
            new GroupSequential.Look(0.5, 0.00305065, 2.962588, Normal.twoSided(2.962588));
    private static final GroupSequential.Look END =
            new GroupSequential.Look(1, 0.05, 1.968596, Normal.twoSided(1.968596));
    private static final Look FIRST_OF_TWO = new Look(1, 2, HALF, END, 0);
    private static final Estimate G6 = new Estimate.LogScale(.9621339844079, .01480059753091, 8);

    @Test
    void atTheEndAGoalIsTwoSidedAndAGuardrailOneSided() {
        assertThat(Strictness.fixed("goal", 0.95).needed()).isEqualTo(0.025, within(1e-15));
        assertThat(Strictness.fixed("guardrail", 0.95).needed()).isEqualTo(0.05, within(1e-15));
        assertThat(Strictness.fixed("goal", 0.95).risk()).isEqualTo(0.05, within(1e-15));
    }

    @Test
    void aGoalTakesWhatTheLookMayTake() {
        Strictness goal = Strictness.goal(0.95, FIRST_OF_TWO);

        assertThat(goal.risk()).isEqualTo(0.0030506, within(1e-7));
        assertThat(goal.confidence()).isEqualTo(1 - 0.0030506, within(1e-7));
        assertThat(goal.needed()).isEqualTo(0.0489995 / 2, within(1e-7));
        assertThat(goal.whole()).isEqualTo(0.05, within(1e-15));
    }

    @Test
    void aGuardrailBreaksByHalfOfTheLookAndHoldsByTheWholeRisk() {
        Strictness guardrail = Strictness.guardrail(0.95, FIRST_OF_TWO);

        assertThat(guardrail.breaking()).isEqualTo(0.0030506 / 2, within(1e-7));
        assertThat(guardrail.needed()).isEqualTo(0.05, within(1e-15));
        assertThat(guardrail.risk()).isEqualTo(0.05, within(1e-15));
        assertThat(guardrail.early()).isTrue();
    }

    /** One-sided 95 % bounds of the golden set G6. */
    @Test
    void theUpperBoundIsThatOfTheEndAndTheLowerThatOfTheLook() {
        Interval end = Strictness.fixed("guardrail", 0.95).oneSided(G6);
        Interval look = Strictness.guardrail(0.95, FIRST_OF_TWO).oneSided(G6);

        assertThat(end.lower()).isEqualTo(.9350014832249, within(1e-11));
        assertThat(end.upper()).isEqualTo(.9900538347381, within(1e-11));
        assertThat(look.upper()).isEqualTo(end.upper());
        assertThat(look.lower()).isEqualTo(G6.bounds(0.0030506 / 2).lower(), within(1e-5));
    }

    @Test
    void looksThatAreStillToComeSpendWhatIsLeftForThem() {
        Look look = looks(2, 0.5).goal(0.95).look();

        assertThat(look.end().information()).isEqualTo(1);
        assertThat(look.end().z()).isEqualTo(1.968596, within(1e-5));
        assertThat(look.bound().z()).isEqualTo(2.962588, within(1e-5));
    }

    /** Recursive quadrature in NumPy over the information .1, .5, .75 and 1: the second look is the next one, not .25. */
    @Test
    void aLookBeforeItsTimeTakesNoOtherLooksPlace() {
        Look look = looks(4, 0.1).goal(0.95).look();

        assertThat(look.end().z()).isEqualTo(2.014083569, within(2e-6));
        assertThat(look.end().level()).isEqualTo(0.0440007603, within(2e-7));
    }

    @Test
    void whatIsSaidOfSeveralCandidatesTakesTheRiskOfTheLook() {
        assertThat(looks(2, 0.5).risk(0.05)).isEqualTo(0.0030506, within(1e-7));
        assertThat(looks(1, 1.0).risk(0.05)).isEqualTo(0.05);
    }

    private static PlannedLooks looks(int of, double seen) {
        Criteria criteria = new Criteria(0.95, List.of(), List.of(), List.of(), of, null);
        return PlannedLooks.of(new AnalysisInput.Plan(
                criteria, Duration.ofSeconds(2), null, null, AnalysisInput.Evidence.WHEN_PRESENT, List.of(seen)));
    }
}
