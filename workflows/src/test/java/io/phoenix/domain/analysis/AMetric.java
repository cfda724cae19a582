package io.phoenix.domain.analysis;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A metric's result: by default a goal that was met with a saving of 60 %. */
final class AMetric {
    private final String name;
    private final String role;
    private MetricOutcome outcome = MetricOutcome.PASS;
    private ReasonCode reason = ReasonCode.GOAL_MET;
    private @Nullable Double ratio = 0.4;
    private @Nullable Double lower = 0.99;
    private @Nullable Double upper = 1.01;
    private @Nullable Double baselineMean = 1000.0;
    private String rule = "BLOCKS";
    private List<String> stamps = List.of();
    private Map<String, Map<String, Double>> shown = Map.of();

    private AMetric(String name, String role) {
        this.name = name;
        this.role = role;
    }

    static AMetric goal() {
        return new AMetric("active_series", "goal");
    }

    static AMetric guardrail() {
        return new AMetric("collector_cpu", "guardrail").says(MetricOutcome.PASS, ReasonCode.GUARDRAIL_HELD);
    }

    static AMetric of(String name, String role) {
        return new AMetric(name, role);
    }

    AMetric says(MetricOutcome decided, ReasonCode why) {
        outcome = decided;
        reason = why;
        return this;
    }

    AMetric ratio(@Nullable Double value) {
        ratio = value;
        return this;
    }

    /** The ends of every interval, as multiples of the ratio. */
    AMetric interval(@Nullable Double least, @Nullable Double most) {
        lower = least;
        upper = most;
        return this;
    }

    AMetric baselineMean(@Nullable Double value) {
        baselineMean = value;
        return this;
    }

    AMetric memoryUnknown(@Nullable Double longest) {
        stamps = List.of("MEMORY_UNKNOWN");
        shown = longest == null ? Map.of() : Map.of("memory", Map.of("longestSeconds", longest));
        return this;
    }

    AMetric needs(double moreSeconds) {
        return shown(Map.of("needed", Map.of("moreSeconds", moreSeconds)));
    }

    AMetric shown(Map<String, Map<String, Double>> tests) {
        shown = tests;
        return this;
    }

    AMetric rule(String name) {
        rule = name;
        return this;
    }

    MetricResult build() {
        Double ratioLower = ratio == null || lower == null ? null : (Double) (ratio * lower);
        Double ratioUpper = ratio == null || upper == null ? null : (Double) (ratio * upper);
        return new MetricResult(
                name,
                role,
                outcome.text(),
                List.of(reason.name()),
                60,
                1,
                baselineMean,
                ratio == null ? 0.0 : 1000 * ratio,
                ratio,
                ratio == null ? null : 1 - ratio,
                0.95,
                ratioLower,
                ratioUpper,
                ratioLower,
                ratioUpper,
                0.01,
                24,
                0.0,
                24.0,
                8.0,
                rule,
                stamps,
                0.01,
                false,
                -600.0,
                -606.0,
                -594.0,
                shown);
    }
}
