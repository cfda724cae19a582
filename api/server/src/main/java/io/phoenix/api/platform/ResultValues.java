package io.phoenix.api.platform;

import io.micrometer.core.instrument.Tags;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.experiment.RecentExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the gauges say of one experiment. */
final class ResultValues {
    private static final Set<String> ROLES = Set.of("goal", "guardrail");
    private static final String HOSTS = "HOSTS";
    /** Stands beside another guardrail of its metric and has no interval. */
    private static final String LARGEST = "MAXIMUM";

    private final Tags experiment;
    private final List<GaugeValue> values = new ArrayList<>();

    private ResultValues(RecentExperiment run) {
        this.experiment = Tags.of(
                "tenant", run.ref().tenant().toString(),
                "experiment", run.ref().experiment().toString(),
                "name", run.ref().title());
    }

    /**
     * @param looks planned analyses
     * @param result of the last analysis; null before the first
     */
    static List<GaugeValue> of(RecentExperiment run, int looks, @Nullable AnalysisResult result) {
        ResultValues values = new ResultValues(run);
        if (run.verdict() != null) {
            values.add(
                    ResultGauge.VERDICT,
                    values.experiment.and("verdict", run.verdict().name()),
                    1.0);
        }
        int left = run.phase().terminal() ? 0 : looksLeft(looks, result);
        values.add(ResultGauge.LOOKS_LEFT, values.experiment, (double) left);
        if (result != null) {
            result.candidates().forEach(values::candidate);
        }
        return List.copyOf(values.values);
    }

    private static int looksLeft(int looks, @Nullable AnalysisResult result) {
        if (result == null) {
            return looks;
        }
        return result.plan().get("looksLeft") instanceof Number left ? left.intValue() : 0;
    }

    private void candidate(CandidateResult candidate) {
        candidate.metrics().stream()
                .filter(metric -> ROLES.contains(metric.role()) && !LARGEST.equals(metric.rule()))
                .forEach(metric ->
                        metric(experiment.and("candidate", candidate.name(), "metric", metric.name()), metric));
    }

    private void metric(Tags tags, MetricResult metric) {
        add(ResultGauge.RATIO, tags, metric.ratio());
        add(ResultGauge.RATIO_LOWER, tags, metric.ratioLower());
        add(ResultGauge.RATIO_UPPER, tags, metric.ratioUpper());
        add(ResultGauge.EFFECTIVE_SAMPLES, tags, effectiveSamples(metric));
    }

    private static @Nullable Double effectiveSamples(MetricResult metric) {
        Double freedom = metric.degreesOfFreedom();
        if (HOSTS.equals(metric.rule()) && freedom != null) {
            return freedom + 1;
        }
        return metric.effectiveBlocks();
    }

    private void add(ResultGauge gauge, Tags tags, @Nullable Double value) {
        if (value != null) {
            values.add(new GaugeValue(gauge, tags, value));
        }
    }
}
