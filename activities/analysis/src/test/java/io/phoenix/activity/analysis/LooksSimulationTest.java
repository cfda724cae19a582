package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.activity.analysis.AnalysisInput.Evidence;
import io.phoenix.activity.analysis.AnalysisInput.Plan;
import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.Criteria.Goal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often four looks find a difference where there is none. */
@Tag("monte-carlo")
class LooksSimulationTest {
    private static final int RUNS = 3000;
    private static final int PAIRS = 480;
    private static final int LOOKS = 4;
    private static final double MONTE_CARLO_ERROR = Math.sqrt(0.05 * 0.95 / RUNS);

    @ParameterizedTest
    @CsvSource({"OBRIEN_FLEMING,0,1", "OBRIEN_FLEMING,0.7,2", "POCOCK,0,3", "POCOCK,0.7,4"})
    void fourLooksKeepTheRisk(Criteria.Spending spending, double correlation, long seed) {
        Random random = new Random(seed);
        List<Strictness> looks = IntStream.rangeClosed(1, LOOKS)
                .mapToObj(look -> strictness(spending, look))
                .toList();
        int found = 0;
        int peeked = 0;
        for (int run = 0; run < RUNS; run++) {
            PairedSeries pairs = equal(random, correlation);
            boolean crossed = false;
            boolean nominal = false;
            for (int look = 1; look <= LOOKS; look++) {
                Estimate estimate = estimate(pairs.slice(0, PAIRS * look / LOOKS));
                crossed |= !looks.get(look - 1).twoSided(estimate).contains(1);
                nominal |= !estimate.interval(0.95).contains(1);
            }
            found += crossed ? 1 : 0;
            peeked += nominal ? 1 : 0;
        }

        assertThat((double) found / RUNS).isBetween(0.02, 0.05 + 2 * MONTE_CARLO_ERROR);
        assertThat((double) peeked / RUNS).isGreaterThan(0.05 + 2 * MONTE_CARLO_ERROR);
    }

    private static Estimate estimate(PairedSeries pairs) {
        return RatioInference.of(pairs, new MemoryGate(Duration.ofHours(1), null))
                .estimate();
    }

    private static Strictness strictness(Criteria.Spending spending, int look) {
        Criteria criteria = new Criteria(
                0.95, List.of(new Goal("active_series", 0)), List.of(), List.of(), LOOKS, null, spending, null);
        Plan plan = new Plan(criteria, Duration.ofSeconds(2), null, null, Evidence.WHEN_PRESENT);
        return PlannedLooks.of(plan.at(plan.information().subList(0, look))).goal(0.95);
    }

    /** A common load AR(.97) of 3 standard deviations, and own noise AR(phi) on both sides. */
    private static PairedSeries equal(Random random, double phi) {
        double[] load = autoregressive(random, 0.97, 3);
        double[] own = autoregressive(random, phi, 1);
        double[] other = autoregressive(random, phi, 1);
        double[] baseline = new double[PAIRS];
        double[] candidate = new double[PAIRS];
        for (int t = 0; t < PAIRS; t++) {
            baseline[t] = 100 + load[t] + own[t];
            candidate[t] = 100 + load[t] + other[t];
        }
        return PairedSeries.of(baseline, candidate);
    }

    private static double[] autoregressive(Random random, double phi, double deviation) {
        double[] a = new double[PAIRS];
        double before = deviation * random.nextGaussian();
        double innovation = deviation * Math.sqrt(1 - phi * phi);
        for (int t = 0; t < PAIRS; t++) {
            before = phi * before + innovation * random.nextGaussian();
            a[t] = before;
        }
        return a;
    }
}
