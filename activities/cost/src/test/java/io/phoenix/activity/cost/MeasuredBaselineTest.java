package io.phoenix.activity.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.cost.Volume;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredBaselineTest {
    /** The rank is ceil(0.95 n), as in R's {@code quantile(1:n, 0.95, type = 1)}. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "19, 19", "20, 19", "21, 20", "100, 95", "101, 96"})
    void takesThe95thPercentileByNearestRank(int n, BigDecimal expected) {
        MeasuredBaseline baseline = of(AResult.upTo(n), AResult.upTo(n));

        assertThat(baseline.volume().series().live().percentile95()).isEqualByComparingTo(expected);
        assertThat(baseline.volume().samples().perMinute().percentile95())
                .isEqualByComparingTo(expected.multiply(new BigDecimal(60)));
    }

    @Test
    void takesTheMeanOfWhatIsBilledByIt() {
        MeasuredBaseline baseline = MeasuredBaseline.of(
                        List.of(
                                AResult.window(Metric.ACTIVE_SERIES, "baseline", 10, 20),
                                AResult.window(Metric.SAMPLES_PER_SECOND, "baseline", 1, 3),
                                AResult.window(Metric.SERIES_CHURN, "baseline", 0.5, 1.5),
                                AResult.window(Metric.COLLECTOR_CPU, "baseline", 0.25, 0.75),
                                AResult.window(Metric.COLLECTOR_MEMORY, "baseline", 1L << 30, 3L << 30)),
                        4)
                .orElseThrow();

        Volume volume = baseline.volume();
        assertThat(volume.series().live().mean()).isEqualByComparingTo("15");
        assertThat(volume.series().addedPerHour().mean()).isEqualByComparingTo("3600");
        assertThat(volume.samples().perMinute().mean()).isEqualByComparingTo("120");
        assertThat(volume.samples().weightedPerMinute()).isEqualByComparingTo("120");
        assertThat(volume.collectors()).isEqualTo(new Volume.Collectors(new BigDecimal("0.50"), new BigDecimal("2")));
        assertThat(volume.hosts()).isEqualByComparingTo("4");
        assertThat(baseline.known()).contains(Metric.SERIES_CHURN).doesNotContain(Metric.BYTES_PER_SECOND);
    }

    @Test
    void passesOverGapsAndCountsOnlyWhatWasMeasured() {
        MeasuredBaseline baseline =
                of(new double[] {Double.NaN, 7, Double.POSITIVE_INFINITY, 7}, new double[] {1, 1, 1, 1});

        assertThat(baseline.volume().series().live().percentile95()).isEqualByComparingTo("7");
        assertThat(baseline.measured()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void looksAtTheBaselineAlone() {
        List<MeasuredWindow> measured = List.of(
                AResult.window(Metric.ACTIVE_SERIES, "candidate", 5, 5),
                AResult.window(Metric.SAMPLES_PER_SECOND, "candidate", 5, 5),
                AResult.window(Metric.ACTIVE_SERIES, "baseline", Double.NaN, Double.NaN),
                AResult.window(Metric.SAMPLES_PER_SECOND, "baseline", 5, 5));

        assertThat(MeasuredBaseline.of(measured, 1)).isEmpty();
    }

    @Test
    void aNegativeValueIsNoVolumeAndTheCandidateIsNotMeasuredTime() {
        MeasuredBaseline baseline = MeasuredBaseline.of(
                        List.of(
                                AResult.window(Metric.ACTIVE_SERIES, "baseline", -1, 7),
                                AResult.window(Metric.ACTIVE_SERIES, "candidate", 7, 7, 7),
                                AResult.window(Metric.SAMPLES_PER_SECOND, "baseline", 0, 2)),
                        1)
                .orElseThrow();

        assertThat(baseline.volume().series().live().mean()).isEqualByComparingTo("7");
        assertThat(baseline.volume().samples().perMinute().mean()).isEqualByComparingTo("60");
        assertThat(baseline.measured()).isEqualTo(Duration.ofSeconds(30));
    }

    private static MeasuredBaseline of(double[] series, double[] samples) {
        return MeasuredBaseline.of(
                        List.of(
                                AResult.window(Metric.ACTIVE_SERIES, "baseline", series),
                                AResult.window(Metric.SAMPLES_PER_SECOND, "baseline", samples)),
                        1)
                .orElseThrow();
    }
}
