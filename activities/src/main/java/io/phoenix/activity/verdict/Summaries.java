package io.phoenix.activity.verdict;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.DecisionRule;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.ReasonCode;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.workflow.experiment.AnalysisSummary;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A whole result, cut down to what the workflow decides by and the engine's UI shows. */
final class Summaries {
    private static final String HEAD = "| metric | baseline | candidate | saving | outcome |\n|---|---|---|---|---|\n";

    private Summaries() {}

    static AnalysisSummary of(AnalysisResult result) {
        Optional<CandidateResult> winner = result.winner();
        CandidateResult best = winner.orElse(result.candidates().getFirst());
        boolean suspicious =
                best.reasons().stream().anyMatch(reason -> reason.code().equals(ReasonCode.SUSPICIOUS.name()));
        return new AnalysisSummary(
                result.verdict(),
                result.reasons(),
                winner.map(CandidateResult::name).orElse(null),
                suspicious,
                DecisionRule.extensible(result),
                reduction(best),
                table(best));
    }

    private static @Nullable Double reduction(CandidateResult candidate) {
        return candidate.metrics().stream()
                .filter(metric -> metric.name().equals(Metric.ACTIVE_SERIES.metricName()))
                .map(MetricResult::saving)
                .filter(saving -> saving != null)
                .findFirst()
                .orElse(null);
    }

    private static String table(CandidateResult candidate) {
        return candidate.metrics().stream().map(Summaries::row).collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static String row(MetricResult metric) {
        return "| %s | %s | %s | %s | %s |"
                .formatted(
                        metric.name(),
                        number(metric.baselineMean()),
                        number(metric.candidateMean()),
                        metric.saving() == null ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * metric.saving()),
                        metric.outcome());
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.4g", value);
    }
}
