package io.phoenix.activity.cost;

import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.cost.Volume;
import io.phoenix.domain.measurement.Metric;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate sends: the baseline's volume times the measured ratio of its active series and of its samples.
 *
 * @param expected at the point estimate
 * @param range null when one of the ratios has no interval
 */
record CandidateVolumes(Volume expected, @Nullable Range range) {

    /**
     * Both ends of the intervals.
     *
     * @param least at the lower end, where the candidate saves most
     * @param confidence of the interval; the lower one when the two ratios differ in it
     */
    record Range(Volume least, Volume most, double confidence) {}

    /** Empty unless both ratios are known. */
    static Optional<CandidateVolumes> of(CandidateResult candidate, Volume baseline) {
        Optional<MetricResult> series = ratio(candidate, Metric.ACTIVE_SERIES);
        Optional<MetricResult> samples = ratio(candidate, Metric.SAMPLES_PER_SECOND);
        return series.flatMap(bySeries -> samples.map(bySamples -> of(baseline, bySeries, bySamples)));
    }

    private static CandidateVolumes of(Volume baseline, MetricResult series, MetricResult samples) {
        return new CandidateVolumes(
                times(baseline, series.ratio(), samples.ratio()).orElseThrow(), range(baseline, series, samples));
    }

    private static @Nullable Range range(Volume baseline, MetricResult series, MetricResult samples) {
        double confidence = Math.min(series.confidenceLevel(), samples.confidenceLevel());
        return times(baseline, series.ratioLower(), samples.ratioLower())
                .flatMap(least -> times(baseline, series.ratioUpper(), samples.ratioUpper())
                        .map(most -> new Range(least, most, confidence)))
                .orElse(null);
    }

    private static Optional<Volume> times(Volume baseline, @Nullable Double ofSeries, @Nullable Double ofSamples) {
        if (ofSeries == null || ofSamples == null) {
            return Optional.empty();
        }
        // The bound of a small ratio may lie below 0, where there is no volume.
        return Optional.of(baseline.times(Math.max(0, ofSeries), Math.max(0, ofSamples)));
    }

    private static Optional<MetricResult> ratio(CandidateResult candidate, Metric metric) {
        return candidate.metrics().stream()
                .filter(result -> result.name().equals(metric.metricName()))
                .filter(result -> result.ratio() != null)
                .findFirst();
    }
}
