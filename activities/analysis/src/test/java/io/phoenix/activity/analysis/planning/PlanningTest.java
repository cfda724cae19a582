package io.phoenix.activity.analysis.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.planning.RunPlan.LimitedBy;
import io.phoenix.activity.analysis.sequential.Futility;
import io.phoenix.activity.analysis.sequential.GroupSequential;
import io.phoenix.activity.analysis.statistics.Normal;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.Criteria.Spending;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanningTest {
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final Target GOAL = new Target(0.025, Target.USUAL_POWER);

    /** The golden set G6 as a pilot: n, SE / r and degrees of freedom. */
    private static final Pilot G6 = new Pilot(480, .01480059753091 / .9621339844079, 8);

    /** n (q / needed q)^2 with SciPy's quantiles of t: 159.9 pairs. */
    @Test
    void theRunFollowsFromThePilotsErrorBar() {
        RunPlan plan = new Planner(G6, STEP, null).forRatio(0.9, 0.98, GOAL).orElseThrow();

        assertThat(plan.pairs()).isEqualTo(160);
        assertThat(plan.duration()).isEqualTo(STEP.multipliedBy(160));
        assertThat(plan.limitedBy()).isEqualTo(LimitedBy.PRECISION);
    }

    /** limit exp(-(t(.975) + t(.80)) q / sqrt 2) with SciPy's quantiles of t. */
    @Test
    void theDetectableRatioIsTheOtherWayRound() {
        Planner planner = new Planner(G6, STEP, null);

        assertThat(planner.detectableRatio(960, 0.98, GOAL)).isEqualTo(0.9465276164045393, within(1e-13));
        assertThat(planner.forRatio(planner.detectableRatio(960, 0.98, GOAL), 0.98, GOAL)
                        .orElseThrow()
                        .pairs())
                .isBetween(960L, 961L);
    }

    /** R: power.t.test's large-sample limit, two-sided 5 %, power 80 %: 2.8016 standard errors. */
    @Test
    void manyDegreesOfFreedomNeedTheNormalQuantiles() {
        assertThat(GOAL.errorsNeeded(1e7)).isEqualTo(1.959964 + 0.841621, within(1e-5));
        assertThat(new Target(0.05, 0.5).errorsNeeded(1e7)).isEqualTo(1.644854, within(1e-5));
    }

    /**
     * R's power.t.test with d = 1: n = 20 has the power .868952801692; power .9 needs n = 22.0210977, one-sided 17.8471260864842.
     * The planner adds two quantiles of t where R uses the noncentral t, which differ by less than 0.4 % here.
     */
    @ParameterizedTest
    @CsvSource({"20, .025, .868952801692", "22.0210977, .025, .9", "17.8471260864842, .05, .9"})
    void theErrorsNeededAreCloseToPowerTTest(double n, double tail, double power) {
        double errorOfTheDifference = Math.sqrt(2 / n);

        assertThat(new Target(tail, power).errorsNeeded(2 * n - 2) * errorOfTheDifference)
                .isEqualTo(1, within(0.004));
    }

    /** gsDesign's bounds of five equal looks at two-sided 5 %: 2.0310 (sfLDOF) and 2.3860 (sfLDPocock) at the last. */
    @ParameterizedTest
    @CsvSource({"OBRIEN_FLEMING, 2.0310", "POCOCK, 2.3860"})
    void severalLooksArePlannedForTheLevelOfTheLast(Spending spending, double z) {
        FinalLook last = FinalLook.of(criteria(5, spending, null), 0.05);

        assertThat(Normal.critical(last.goal().tail())).isEqualTo(z, within(6e-5));
        assertThat(last.goal().power()).isEqualTo(0.8, within(1e-12));
        assertThat(last.inflation()).isEqualTo(Math.pow((z + 0.841621) / (1.959964 + 0.841621), 2), within(1e-4));
    }

    @Test
    void oneLookHasAllOfTheRisk() {
        FinalLook only = FinalLook.of(criteria(1, Spending.POCOCK, null), 0.05);

        assertThat(only.goal()).isEqualTo(GOAL);
        assertThat(only.inflation()).isEqualTo(1);
    }

    /** A path of the score under the drift that is planned for, ended at bounds and where too little chance is left. */
    @ParameterizedTest
    @CsvSource({"OBRIEN_FLEMING, 0.1", "OBRIEN_FLEMING, 0.5", "POCOCK, 0.3"})
    void aRunThatMayEndEarlyStillFindsWhatItWasPlannedFor(Spending spending, double futility) {
        FinalLook last = FinalLook.of(criteria(4, spending, futility), 0.05);
        Target target = last.goal();
        double drift = Normal.critical(target.tail()) + Normal.critical(1 - target.power());
        double[] even = {0.25, 0.5, 0.75, 1};
        List<GroupSequential.Look> bounds = GroupSequential.looks(
                io.phoenix.activity.analysis.sequential.Spending.valueOf(spending.name()), 0.05, even);
        Random random = new Random(5);
        int runs = 40000;
        int found = 0;
        for (int run = 0; run < runs; run++) {
            double score = 0;
            for (int k = 0; k < 4; k++) {
                score += drift / 4 + random.nextGaussian() / 2;
                double z = score / Math.sqrt(even[k]);
                if (z > bounds.get(k).z()) {
                    found++;
                    break;
                }
                if (new Futility(z, even[k], bounds.getLast().z()).under(drift) < futility) {
                    break;
                }
            }
        }

        assertThat((double) found / runs).isBetween(0.8 - 3 * Math.sqrt(0.16 / runs), 0.99);
    }

    @Test
    void noRunIsShorterThanItsBlocksOrItsMemory() {
        RunPlan blocks = new Planner(G6, STEP, null).forRatio(0.1, 0.98, GOAL).orElseThrow();
        RunPlan memory = new Planner(G6, STEP, Duration.ofMinutes(1))
                .forRatio(0.1, 0.98, GOAL)
                .orElseThrow();

        assertThat(blocks.limitedBy()).isEqualTo(LimitedBy.BLOCKS);
        assertThat(blocks.pairs()).isEqualTo(48);
        assertThat(memory.limitedBy()).isEqualTo(LimitedBy.MEMORY);
        assertThat(memory.duration()).isEqualTo(Duration.ofMinutes(24));
        assertThat(memory.pairs()).isEqualTo(720);
        assertThat(memory.fits(Duration.ofMinutes(23))).isFalse();
    }

    @Test
    void onTheLimitNoRunIsLongEnough() {
        assertThat(new Planner(G6, STEP, null).forRatio(0.98, 0.98, GOAL)).isEmpty();
        assertThat(new Planner(G6, STEP, null).forRatio(Double.NaN, 0.98, GOAL)).isEmpty();
        assertThat(new Planner(new Pilot(480, Double.POSITIVE_INFINITY, 8), STEP, null).forRatio(0.5, 0.98, GOAL))
                .isEmpty();
    }

    @Test
    void aPlannedRunFindsWhatItWasPlannedFor() {
        Random random = new Random(3);
        Pilot pilot = new Pilot(100, 0.05, 1e6);
        long pairs = new Planner(pilot, STEP, null)
                .forRatio(0.9, 1, GOAL)
                .orElseThrow()
                .pairs();
        double error = 0.05 * Math.sqrt(100.0 / pairs);
        int runs = 20000;
        int found = 0;
        for (int run = 0; run < runs; run++) {
            double seen = Math.log(0.9) + error * random.nextGaussian();
            found += seen + 1.959964 * error < 0 ? 1 : 0;
        }

        assertThat((double) found / runs).isEqualTo(0.8, within(0.02));
    }

    /** exp(-k / tau) for AR(1): tau = -1 / ln phi. */
    @Test
    void theSuggestedMemoryIsTheSlowestDecay() {
        assertThat(suggested(0.9, 0)).isEqualTo(-1 / Math.log(0.9), within(3.0));
        assertThat(suggested(0.95, 0)).isEqualTo(-1 / Math.log(0.95), within(5.0));
        assertThat(suggested(0.95, 2)).isEqualTo(-1 / Math.log(0.95), within(7.0));
        assertThat(suggested(0, 0)).isEqualTo(1, within(0.01));
    }

    @Test
    void aShortHistoryIsNotBelieved() {
        double[] walk = new double[200];
        for (int t = 1; t < 200; t++) {
            walk[t] = t;
        }
        MemorySuggestion ofTrend = MemorySuggestion.of(walk).orElseThrow();

        assertThat(ofTrend.supported()).isFalse();
        assertThat(ofTrend.orLonger(new MemorySuggestion(3, 50))).isEqualTo(ofTrend);
        assertThat(MemorySuggestion.of(new double[47])).isEmpty();
        assertThat(MemorySuggestion.of(new double[100])).isEmpty();
    }

    private static Criteria criteria(int looks, Spending spending, @Nullable Double futility) {
        return new Criteria(0.95, List.of(), List.of(), List.of(), looks, null, spending, futility);
    }

    private static double suggested(double phi, double white) {
        Random random = new Random(17);
        double[] series = new double[20000];
        double x = 0;
        for (int t = 0; t < series.length; t++) {
            x = phi * x + Math.sqrt(1 - phi * phi) * random.nextGaussian();
            series[t] = x + white * random.nextGaussian();
        }
        MemorySuggestion suggestion = MemorySuggestion.of(series).orElseThrow();
        assertThat(suggestion.supported()).isTrue();
        return suggestion.steps();
    }
}
