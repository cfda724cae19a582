package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.activity.analysis.statistics.Interval;
import io.phoenix.domain.analysis.MetricOutcome;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.ReasonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A metric's result while it is being worked out. Numbers that are not finite are left out. */
final class MetricDraft {
    private final String name;
    private final String role;
    private final Strictness strictness;
    private MetricOutcome outcome = MetricOutcome.INFO;
    private List<ReasonCode> reasons = List.of();
    private int pairs;
    private double coverage;
    private @Nullable Double baselineMean;
    private @Nullable Double candidateMean;
    private @Nullable Double ratio;
    private @Nullable Interval ratioInterval;
    private @Nullable Interval oneSided;
    private @Nullable Double difference;
    private @Nullable Interval differenceInterval;
    private @Nullable Inference inference;
    private @Nullable Rule rule;
    private @Nullable Double pValue;
    private final List<String> stamps = new ArrayList<>();
    private final Map<String, Map<String, Double>> shown = new TreeMap<>();

    /** A metric that no look is taken at: it is shown, or judged without an error bar. */
    MetricDraft(String name, String role, double confidence) {
        this(name, role, Strictness.fixed(role, confidence));
    }

    MetricDraft(String name, String role, Strictness strictness) {
        this.name = name;
        this.role = role;
        this.strictness = strictness;
        if (strictness.look() instanceof Look look) {
            shown("look", look.numbers());
        }
    }

    String name() {
        return name;
    }

    Strictness strictness() {
        return strictness;
    }

    MetricDraft data(int completePairs, double share) {
        pairs = completePairs;
        coverage = share;
        return this;
    }

    MetricDraft levels(double baseline, double candidate) {
        baselineMean = finite(baseline);
        candidateMean = finite(candidate);
        difference = finite(candidate - baseline);
        ratio = baseline > 0 ? finite(candidate / baseline) : null;
        return this;
    }

    /** What decides: {@code hypothesis} is 1 for a ratio, 0 for a difference. */
    MetricDraft inference(Inference found, MemoryGate gate, double hypothesis) {
        inference = found;
        rule = found.rule();
        stamps.addAll(found.stamps(gate));
        if (found.estimate() != null) {
            pValue = finite(found.estimate().pValue(hypothesis));
            oneSided = strictness.oneSided(found.estimate());
        }
        return this;
    }

    MetricDraft ratioInterval(@Nullable Estimate estimate) {
        ratioInterval = estimate == null ? null : strictness.twoSided(estimate);
        return this;
    }

    MetricDraft differenceInterval(@Nullable Estimate estimate) {
        differenceInterval = estimate == null ? null : strictness.twoSided(estimate);
        return this;
    }

    MetricDraft shown(String test, Map<String, Double> numbers) {
        Map<String, Double> kept = new TreeMap<>();
        numbers.forEach((key, value) -> {
            if (Double.isFinite(value)) {
                kept.put(key, value);
            }
        });
        if (!kept.isEmpty()) {
            shown.put(test, kept);
        }
        return this;
    }

    MetricDraft stamp(String stamp) {
        stamps.add(stamp);
        return this;
    }

    MetricDraft unstamp(String stamp) {
        stamps.remove(stamp);
        return this;
    }

    MetricDraft rule(Rule decided) {
        rule = decided;
        return this;
    }

    MetricDraft outcome(MetricOutcome decided, List<ReasonCode> why) {
        outcome = decided;
        reasons = why;
        return this;
    }

    MetricDraft outcome(MetricOutcome decided, ReasonCode why) {
        return outcome(decided, List.of(why));
    }

    double ratioLower() {
        return ratioInterval == null ? Double.NaN : ratioInterval.lower();
    }

    double ratioUpper() {
        return ratioInterval == null ? Double.NaN : ratioInterval.upper();
    }

    double oneSidedLower() {
        return oneSided == null ? Double.NaN : oneSided.lower();
    }

    double oneSidedUpper() {
        return oneSided == null ? Double.NaN : oneSided.upper();
    }

    double differenceLower() {
        return differenceInterval == null ? Double.NaN : differenceInterval.lower();
    }

    MetricResult build() {
        Blocks blocks = inference == null ? null : inference.blocks();
        Segments segments = inference == null ? null : inference.segments();
        return new MetricResult(
                name,
                role,
                outcome.text(),
                reasons.stream().map(ReasonCode::name).toList(),
                pairs,
                coverage,
                baselineMean,
                candidateMean,
                ratio,
                ratio == null ? null : finite(1 - ratio),
                strictness.confidence(),
                finite(ratioLower()),
                finite(ratioUpper()),
                finite(oneSidedLower()),
                finite(oneSidedUpper()),
                standardError(),
                blocks != null ? (Integer) blocks.count() : segments != null ? (Integer) segments.levels() : null,
                blocks == null ? null : finite(blocks.lag1()),
                blocks != null ? finite(blocks.effective()) : segments != null ? finite(segments.effective()) : null,
                degreesOfFreedom(),
                rule == null ? null : rule.name(),
                stamps,
                pValue,
                inference != null && inference.exact(),
                difference,
                finite(differenceLower()),
                differenceInterval == null ? null : finite(differenceInterval.upper()),
                shown);
    }

    private @Nullable Double standardError() {
        Inference found = inference;
        if (found == null) {
            return null;
        }
        return switch (found.estimate()) {
            case Estimate.LogScale ratio -> finite(ratio.standardError());
            case Estimate.Linear difference -> finite(difference.standardError());
            case Estimate.Known known -> found.exact() ? 0.0 : null;
            case null -> null;
        };
    }

    private @Nullable Double degreesOfFreedom() {
        return switch (inference == null ? null : inference.estimate()) {
            case Estimate.LogScale ratio -> finite(ratio.degreesOfFreedom());
            case Estimate.Linear difference -> finite(difference.degreesOfFreedom());
            case Estimate.Known known -> null;
            case null -> null;
        };
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
