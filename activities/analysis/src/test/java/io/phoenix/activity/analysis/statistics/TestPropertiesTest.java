package io.phoenix.activity.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of every test of two samples. */
class TestPropertiesTest {
    private static final Map<String, ToDoubleBiFunction<double[], double[]>> P_VALUES = new TreeMap<>(Map.of(
            "welch", (b, c) -> Welch.of(b, c).pValue(),
            "mannWhitney", (b, c) -> MannWhitney.of(b, c).pValue(),
            "pairedT", (b, c) -> PairedT.of(b, c).pValue(),
            "wilcoxon", (b, c) -> Wilcoxon.of(minus(c, b)).pValue()));

    @ParameterizedTest
    @ValueSource(strings = {"welch", "mannWhitney", "pairedT", "wilcoxon"})
    void swappingTheSamplesKeepsThePValue(String test) {
        for (long seed = 1; seed <= 20; seed++) {
            double[] x = normal(seed, 30);
            double[] y = normal(-seed, 30);

            assertThat(p(test, y, x)).isEqualTo(p(test, x, y), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"welch", "mannWhitney", "pairedT", "wilcoxon"})
    void aSharedShiftAndAUnitChangeNothing(String test) {
        double[] x = normal(1, 40);
        double[] y = normal(2, 40);
        double[] moved = Arrays.stream(x).map(v -> 1024 * v + 4096).toArray();
        double[] other = Arrays.stream(y).map(v -> 1024 * v + 4096).toArray();

        assertThat(p(test, moved, other)).isEqualTo(p(test, x, y), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"welch", "mannWhitney", "pairedT", "wilcoxon"})
    void theOrderOfThePairsChangesNothing(String test) {
        double[] x = normal(1, 40);
        double[] y = normal(2, 40);
        List<Integer> order = new java.util.ArrayList<>(
                java.util.stream.IntStream.range(0, 40).boxed().toList());
        Collections.shuffle(order, new Random(3));
        double[] a = order.stream().mapToDouble(i -> x[i]).toArray();
        double[] b = order.stream().mapToDouble(i -> y[i]).toArray();

        assertThat(p(test, a, b)).isEqualTo(p(test, x, y), within(1e-13));
    }

    /** Kolmogorov's distance of 3,000 p-values to the uniform distribution, bound at 0.1 %: 1.95 / sqrt(n). */
    @Tag("monte-carlo")
    @ParameterizedTest
    @ValueSource(strings = {"welch", "mannWhitney", "pairedT", "wilcoxon"})
    void independentEqualSamplesGiveUniformPValues(String test) {
        int runs = 3000;
        double[] p = new double[runs];
        for (int run = 0; run < runs; run++) {
            p[run] = p(test, normal(2 * run + 1, 60), normal(2 * run + 2, 60));
        }
        Arrays.sort(p);
        double distance = 0;
        for (int i = 0; i < runs; i++) {
            distance = Math.max(distance, Math.abs(p[i] - (i + 0.5) / runs));
        }

        assertThat(distance).isLessThan(1.95 / Math.sqrt(runs));
    }

    @ParameterizedTest
    @ValueSource(strings = {"welch", "mannWhitney", "pairedT", "wilcoxon"})
    void aGrowingDifferenceIsSeenMoreAndMore(String test) {
        double[] x = normal(1, 60);
        double[] y = normal(2, 60);
        double before = 1;
        for (double shift : new double[] {0.5, 1, 2}) {
            double now = p(test, x, Arrays.stream(y).map(v -> v + shift).toArray());
            assertThat(now).isLessThan(before);
            before = now;
        }
    }

    /** Every value once more: the estimates stay, and what takes the copies for observations becomes surer. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void copiesMoveNoEstimate(long seed) {
        double[] x = normal(seed, 30);
        double[] y = normal(-seed, 30);
        double[] xx = twice(x);
        double[] yy = twice(y);

        assertThat(HodgesLehmann.of(xx, yy).shift())
                .isEqualTo(HodgesLehmann.of(x, y).shift(), within(1e-12));
        assertThat(MannWhitney.of(xx, yy).commonLanguage())
                .isEqualTo(MannWhitney.of(x, y).commonLanguage(), within(1e-12));
        assertThat(MannWhitney.of(xx, yy).u())
                .isEqualTo(4 * MannWhitney.of(x, y).u());
        assertThat(Welch.of(xx, yy).t())
                .isEqualTo(Math.sqrt(59.0 / 29) * Welch.of(x, y).t(), within(1e-12));
        assertThat(PairedT.of(xx, yy).t())
                .isEqualTo(Math.sqrt(59.0 / 29) * PairedT.of(x, y).t(), within(1e-12));
        assertThat(EffectSize.of(xx, yy).cohenD())
                .isEqualTo(Math.sqrt(59.0 / 58) * EffectSize.of(x, y).cohenD(), within(1e-12));
    }

    private static double[] twice(double[] values) {
        double[] twice = Arrays.copyOf(values, 2 * values.length);
        System.arraycopy(values, 0, twice, values.length, values.length);
        return twice;
    }

    private static double p(String test, double[] baseline, double[] candidate) {
        return P_VALUES.get(test).applyAsDouble(baseline, candidate);
    }

    private static double[] normal(long seed, int n) {
        Random random = new Random(seed * 7919);
        return DoubleStream.generate(random::nextGaussian).limit(n).toArray();
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }
}
