package io.phoenix.activity.analysis.resampling;

import static io.phoenix.activity.analysis.GoldenSeries.autoregressive;
import static io.phoenix.activity.analysis.GoldenSeries.line;
import static io.phoenix.activity.analysis.GoldenSeries.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.statistics.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockBootstrapTest {
    private static final double[] BASELINE = line(100, 5, autoregressive(.9, noise(21, 480)));
    private static final double[] CANDIDATE = line(95, 5, autoregressive(.9, noise(22, 480)));

    /** The reference outputs of SplitMix64 for the seed 1234567. */
    @Test
    void theGeneratorIsThePublishedOne() {
        SplitMix64 random = new SplitMix64(1234567);

        assertThat(random.next()).isEqualTo(6457827717110365317L);
        assertThat(random.next()).isEqualTo(3203168211198807973L);
        assertThat(Long.toUnsignedString(random.next())).isEqualTo("9817491932198370423");
    }

    /** Python's arch 8.0.0, 60,000 resamples: standard error and 95 % percentile interval of both ratios. */
    @ParameterizedTest
    @CsvSource({
        "STATIONARY, 10, .01754246, .92859106, .99720712, .03242451, .91060785, 1.03598809",
        "STATIONARY, 20, .01740875, .92897447, .99735131, .03347508, .91047405, 1.03783246",
        "MOVING, 10, .01763864, .92916078, .99843568, .03209725, .90966175, 1.03405133",
        "MOVING, 20, .01983151, .92517170, 1.00295637, .03342579, .90912897, 1.03833826"
    })
    void bothSchemesAgreeWithArch(
            Scheme scheme,
            double length,
            double meanError,
            double meanLower,
            double meanUpper,
            double quantileError,
            double quantileLower,
            double quantileUpper) {
        BlockBootstrap bootstrap = new BlockBootstrap(scheme, length, 20000, 42);
        BootstrapDistribution mean = only(bootstrap, new RatioOfMeans(BASELINE, CANDIDATE));
        BootstrapDistribution quantile = only(bootstrap, new RatioOfQuantiles(BASELINE, CANDIDATE, 0.95));

        assertThat(mean.standardError()).isEqualTo(meanError, within(0.025 * meanError));
        assertBounds(mean.percentile(.025), meanLower, meanUpper, 0.06 * meanError);
        assertThat(quantile.standardError()).isEqualTo(quantileError, within(0.025 * quantileError));
        assertBounds(quantile.percentile(.025), quantileLower, quantileUpper, 0.08 * quantileError);
    }

    /** scipy.stats.bootstrap(method="BCa", paired=True), 200,000 resamples of independent pairs. */
    @Test
    void independentPairsGiveSciPysBcaInterval() {
        double[] x = line(10, 1, noise(31, 50));
        double[] y = line(2, 1, noise(32, 50));

        BootstrapDistribution found = only(new BlockBootstrap(Scheme.STATIONARY, 1, 40000, 7), new RatioOfMeans(x, y));

        assertThat(found.standardError()).isEqualTo(0.01566792867448983, within(0.0003));
        assertBounds(found.biasCorrected(.025), 0.15941576435901827, 0.22105370883539138, 0.0008);
    }

    /** SciPy's formulas of BCa, computed with numpy on the same distribution and the same jackknife values. */
    @Test
    void theBcaFormulasAgreeWithSciPy() {
        double[] sorted = Arrays.stream(noise(5, 999))
                .map(z -> StrictMath.exp(0.3 * z))
                .sorted()
                .toArray();
        double[] without =
                Arrays.stream(noise(6, 40)).map(z -> StrictMath.exp(0.1 * z)).toArray();
        double acceleration = BootstrapDistribution.acceleration(without);

        BootstrapDistribution distribution = new BootstrapDistribution(1.05, sorted, acceleration);

        assertThat(acceleration).isEqualTo(-0.017033279967250185, within(1e-14));
        assertBounds(distribution.biasCorrected(.025), 0.5914809543170644, 1.8650711218487126, 1e-12);
    }

    @Test
    void theSameSeedDrawsTheSameAndAnotherDoesNot() {
        RatioOfMeans ratio = new RatioOfMeans(BASELINE, CANDIDATE);

        assertThat(new BlockBootstrap(Scheme.STATIONARY, 9, 500, 1).of(ratio))
                .isEqualTo(new BlockBootstrap(Scheme.STATIONARY, 9, 500, 1).of(ratio))
                .isNotEqualTo(new BlockBootstrap(Scheme.STATIONARY, 9, 500, 2).of(ratio));
    }

    @Test
    void aStatisticOfARotatedSeriesIsThatOfTheSeries() {
        for (PairedStatistic statistic : List.of(
                new RatioOfMeans(BASELINE, CANDIDATE), new RatioOfQuantiles(BASELINE, CANDIDATE, 0, .5, .95, 1))) {
            Resample rotated = new Resample(480);
            rotated.add(479, 300);
            rotated.add(299, 180);

            assertThat(statistic.of(rotated)).containsExactly(statistic.estimates(), within(1e-13));
        }
    }

    @Test
    void bothZerosAreOneValue() {
        double[] zeros = new double[480];
        double[] mixed = new double[480];
        for (int t = 0; t < 480; t++) {
            zeros[t] = t % 40 == 0 ? 1 : 0;
            mixed[t] = t % 40 == 0 ? 1 : t % 3 == 0 ? -0.0 : 0;
        }
        BlockBootstrap bootstrap = new BlockBootstrap(Scheme.STATIONARY, 3, 200, 1);

        BootstrapDistribution expected = only(bootstrap, new RatioOfQuantiles(BASELINE, zeros, 0.95));

        assertThat(only(bootstrap, new RatioOfQuantiles(BASELINE, mixed, 0.95)).percentile(0.025))
                .isEqualTo(expected.percentile(0.025));
    }

    /** Reference: the quantiles of the resample written out. The second one holds none of the highest values. */
    @Test
    void quantilesOfAResampleAreThoseOfItsValues() {
        double[] rising = line(10, 1, IntStream.range(0, 480).asDoubleStream().toArray());
        RatioOfQuantiles statistic = new RatioOfQuantiles(rising, CANDIDATE, 0.95, 0.99);
        for (int from : new int[] {400, 0}) {
            Resample resample = new Resample(480);
            resample.add(from, 60);
            resample.add(from, 21);
            double[] b = written(rising, from);
            double[] c = written(CANDIDATE, from);

            assertThat(statistic.of(resample))
                    .containsExactly(
                            Quantile.of(c, 0.95) / Quantile.of(b, 0.95), Quantile.of(c, 0.99) / Quantile.of(b, 0.99));
        }
    }

    /** One value is counted at first then, which most resamples lack. */
    @Test
    void theLargestValueAloneIsFoundInResamplesThatLackIt() {
        RatioOfQuantiles statistic = new RatioOfQuantiles(new double[] {1, 2, 4}, new double[] {8, 2, 1}, 1);
        Resample withoutTheLargest = new Resample(1);
        withoutTheLargest.add(1, 1);

        assertThat(statistic.estimates()).containsExactly(2);
        assertThat(statistic.of(withoutTheLargest)).containsExactly(1);
    }

    @Test
    void quantilesOfNoPairsAreUnknown() {
        RatioOfQuantiles statistic = new RatioOfQuantiles(new double[0], new double[0], 0.95);

        assertThat(statistic.size()).isZero();
        assertThat(statistic.estimates()).containsExactly(Double.NaN);
        assertThat(new BlockBootstrap(Scheme.STATIONARY, 3, 50, 1).of(statistic))
                .isEmpty();
    }

    private static double[] written(double[] values, int from) {
        double[] written = Arrays.copyOf(Arrays.copyOfRange(values, from, from + 60), 81);
        System.arraycopy(values, from, written, 60, 21);
        return written;
    }

    @Test
    void constantProportionLeavesNoError() {
        BootstrapDistribution found =
                only(new BlockBootstrap(Scheme.MOVING, 5, 200, 3), new RatioOfMeans(BASELINE, line(0, 2, BASELINE)));

        assertBounds(found.percentile(.025), 2, 2, 1e-12);
        assertBounds(found.biasCorrected(.025), 2, 2, 1e-12);
    }

    @Test
    void degenerateInputThrowsNothing() {
        double[] zero = new double[10];
        double[] one = {5};

        assertThat(bootstrap(zero, zero).estimate()).isNaN();
        assertThat(bootstrap(one, one).percentile(.025)).isEqualTo(new Interval(1, 1));
        assertThat(new BlockBootstrap(Scheme.STATIONARY, 3, 10, 1).of(new RatioOfMeans(new double[0], new double[0])))
                .isEmpty();
    }

    /** Kayenta's fixture; NumPy's default agrees. */
    @Test
    void quantilesInterpolateLinearly() {
        double[] values = {
            95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.0610, 95.1591, 95.1195, 95.1772, 95.0925, 95.1990, 95.1682
        };

        assertThat(Quantile.of(values, .9)).isEqualTo(95.19568, within(1e-12));
        assertThat(Quantile.of(values, 0)).isEqualTo(95.0610);
        assertThat(Quantile.of(values, 1)).isEqualTo(95.1990);
        assertThat(Quantile.of(new double[0], .5)).isNaN();
    }

    private static BootstrapDistribution bootstrap(double[] baseline, double[] candidate) {
        return only(new BlockBootstrap(Scheme.STATIONARY, 3, 50, 1), new RatioOfQuantiles(baseline, candidate, .95));
    }

    private static BootstrapDistribution only(BlockBootstrap bootstrap, PairedStatistic statistic) {
        List<BootstrapDistribution> found = bootstrap.of(statistic);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static void assertBounds(Interval interval, double lower, double upper, double tolerance) {
        assertThat(interval.lower()).isEqualTo(lower, within(tolerance));
        assertThat(interval.upper()).isEqualTo(upper, within(tolerance));
    }
}
