package io.phoenix.activity.analysis.report;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.measurement.AskedQuery;
import io.phoenix.domain.measurement.MeasuredWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a result says, for any report that it stands in. */
public final class AnalysisSections {
    private AnalysisSections() {}

    /** The report on a file. */
    public static List<Section> ofFile(String name, AnalysisResult result, List<MeasuredWindow> measured) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Heading(name + ": " + result.verdict()));
        sections.add(sentence(result));
        sections.addAll(ranking(result));
        result.candidates().forEach(candidate -> sections.addAll(candidate(candidate, null, result)));
        sections.addAll(overTime(result, measured));
        sections.addAll(data(result, measured));
        sections.addAll(plan(result));
        return sections;
    }

    /** The verdict in a sentence, and at which of several looks it was found. */
    public static Section sentence(AnalysisResult result) {
        return new Section.Line(Verdicts.sentence(result) + LookText.sentence(result));
    }

    /** Of several candidates, the best first; the intervals hold for all of them at once. */
    public static List<Section> ranking(AnalysisResult result) {
        return RankingRows.of(result);
    }

    /** @param template what the candidate runs; null: unknown */
    public static List<Section> candidate(CandidateResult candidate, @Nullable String template, AnalysisResult result) {
        String runs = template == null ? "" : " (" + template + ")";
        return List.of(
                new Section.Heading(candidate.name() + runs + ": " + candidate.verdict()),
                MetricRows.of(candidate),
                forest(candidate, Limits.of(result.plan())),
                new Section.Points(
                        candidate.reasons().stream().map(Reason::message).toList()));
    }

    /** Whether the variants had the same input, and what is missing in each series. */
    public static List<Section> data(AnalysisResult result, List<MeasuredWindow> measured) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Appendix(List.of(new Section.Heading("Same input, and health of the data"))));
        result.parity()
                .forEach((candidate, parity) -> sections.add(new Section.Line("Same input for " + candidate + ": "
                        + parity.outcome() + ", accepted points "
                        + Figures.change(parity.ratio())
                        + " (" + Figures.changes(parity.ratioLower(), parity.ratioUpper()) + ")")));
        sections.add(new Section.Appendix(MeasuredSeries.of(measured).health()));
        return sections;
    }

    /** Every series with what no statement rests on, and what the goals and guardrails made of it. */
    public static List<Section> overTime(AnalysisResult result, List<MeasuredWindow> measured) {
        List<Section> sections = new ArrayList<>();
        MeasuredSeries series = MeasuredSeries.of(measured);
        if (!series.isEmpty()) {
            sections.add(new Section.Heading("Over time"));
            sections.addAll(series.charts());
        }
        sections.addAll(GuardrailRows.of(result));
        sections.addAll(MethodRows.of(result));
        return List.of(new Section.Appendix(sections));
    }

    /** Nothing of a run whose queries were not kept. */
    public static List<Section> queries(List<AskedQuery> queries) {
        return queries.isEmpty() ? List.of() : List.of(new Section.Heading("Queries"), new Section.Queries(queries));
    }

    /** What the verdict was computed by, and the digest by which it can be computed again. */
    public static List<Section> plan(AnalysisResult result) {
        return List.of(new Section.Appendix(List.of(
                new Section.Heading("The plan"),
                PlanRows.of(result.plan()),
                new Section.Line("Series and plan: " + result.inputDigest() + ", scope " + result.scope() + ", "
                        + result.schema() + "."))));
    }

    /** What the saving is worth, and how every amount was computed. */
    public static List<Section> costs(List<CostEstimate> costs) {
        List<Section> sections = new ArrayList<>(CostRows.of(costs));
        sections.addAll(CostDetails.of(costs));
        return sections;
    }

    private static Section forest(CandidateResult candidate, Map<String, Double> limits) {
        return new Section.Forest(candidate.metrics().stream()
                .filter(metric -> metric.ratioLower() != null
                        && metric.ratioUpper() != null
                        && metric.ratio() != null
                        && metric.ratioLower() > 0)
                .map(metric -> bar(metric, limits.get(metric.role() + "/" + metric.name())))
                .toList());
    }

    private static Section.Bar bar(MetricResult metric, @Nullable Double limit) {
        return new Section.Bar(
                metric.name(),
                Objects.requireNonNull(metric.ratio()),
                Objects.requireNonNull(metric.ratioLower()),
                Objects.requireNonNull(metric.ratioUpper()),
                limit,
                metric.outcome());
    }
}
