package io.phoenix.api.report;

import io.phoenix.activity.analysis.AnalysisEngine;
import io.phoenix.activity.analysis.AnalysisInput;
import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.activity.analysis.AnalysisInput.Evidence;
import io.phoenix.activity.analysis.AnalysisInput.Plan;
import io.phoenix.activity.analysis.Grid;
import io.phoenix.activity.analysis.HostEvidence;
import io.phoenix.activity.analysis.file.EmbeddedData;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.measurement.HostWindow;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Window;
import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.pipeline.PipelineTemplate;
import io.phoenix.domain.shape.DurationText;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What an experiment's analysis was computed from, as the worker gives it to the engine. */
@Singleton
final class ReportData {
    private final PipelineCatalog catalog;

    ReportData(PipelineCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Null before anything was measured. Between two looks, and while a run is extended, more is stored than the analysis has
     * seen: it goes by its digest.
     */
    @Nullable
    Map<String, @Nullable Object> of(
            Experiment experiment, AnalysisResult analysis, List<MeasuredWindow> measured, List<HostWindow> hosts) {
        if (measured.isEmpty()) {
            return null;
        }
        AnalysisInput everything = input(experiment.spec(), analysis, measured, hosts);
        return EmbeddedData.of(
                seen(analysis, everything)
                        ? everything
                        : earlier(experiment, analysis, measured, hosts).orElse(everything));
    }

    private static boolean seen(AnalysisResult analysis, AnalysisInput input) {
        return AnalysisEngine.digest(input).equals(analysis.inputDigest());
    }

    private Optional<AnalysisInput> earlier(
            Experiment experiment, AnalysisResult analysis, List<MeasuredWindow> measured, List<HostWindow> hosts) {
        Set<Integer> analysed = points(analysis);
        List<Window> windows = Grid.ofMeasured(measured).windows();
        return IntStream.range(1, windows.size())
                .filter(count -> analysed.contains(new Grid(windows.subList(0, count)).points()))
                .mapToObj(count -> windows.get(count - 1).index())
                .map(last -> input(experiment.spec(), analysis, upTo(last, measured), hostsUpTo(last, hosts)))
                .filter(input -> seen(analysis, input))
                .findFirst();
    }

    /** Of the grid of that analysis, by its metrics, which agree: a digest of other windows need not be computed. */
    private static Set<Integer> points(AnalysisResult analysis) {
        return analysis.candidates().stream()
                .flatMap(candidate -> candidate.metrics().stream())
                .filter(metric -> metric.n() > 0 && metric.coverage() > 0)
                .map(metric -> (int) Math.round(metric.n() / metric.coverage()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<MeasuredWindow> upTo(int last, List<MeasuredWindow> measured) {
        return measured.stream()
                .filter(window -> window.window().index() <= last)
                .toList();
    }

    private static List<HostWindow> hostsUpTo(int last, List<HostWindow> hosts) {
        return hosts.stream().filter(window -> window.window().index() <= last).toList();
    }

    private AnalysisInput input(
            ExperimentSpec spec, AnalysisResult analysis, List<MeasuredWindow> measured, List<HostWindow> hosts) {
        Duration step = measured.getFirst().window().step();
        Plan plan = new Plan(
                spec.criteria(),
                step,
                memory(analysis),
                spec.intervalOn(step),
                Evidence.REQUIRED,
                information(analysis));
        List<Candidate> candidates = spec.variants().candidates().entrySet().stream()
                .map(candidate -> new Candidate(candidate.getKey(), declared(candidate.getValue())))
                .toList();
        Grid grid = Grid.ofMeasured(measured);
        return new AnalysisInput(
                plan, candidates, grid, measured, List.of(), HostEvidence.of(plan, grid, measured, hosts));
    }

    /** As it was when the analysis was made. */
    private static @Nullable Duration memory(AnalysisResult analysis) {
        return analysis.plan().get("memory") instanceof String text
                ? DurationText.parse(text).orElse(null)
                : null;
    }

    /** Of the looks up to that analysis; none when there was one look. */
    private static List<Double> information(AnalysisResult analysis) {
        return analysis.plan().get("information") instanceof List<?> seen
                ? seen.stream().map(share -> ((Number) share).doubleValue()).toList()
                : List.of();
    }

    private @Nullable Double declared(PipelineRef pipeline) {
        return catalog.find(pipeline.template())
                .map(PipelineTemplate::declaredReduction)
                .map(PipelineTemplate.ReductionRange::high)
                .orElse(null);
    }
}
