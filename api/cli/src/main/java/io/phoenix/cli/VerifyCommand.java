package io.phoenix.cli;

import io.phoenix.activity.analysis.AnalysisEngine;
import io.phoenix.activity.analysis.file.Differences;
import io.phoenix.activity.analysis.file.EmbeddedData;
import io.phoenix.activity.analysis.file.FileAnalysis;
import io.phoenix.activity.analysis.file.ResultTree;
import io.phoenix.activity.analysis.file.SeriesReader;
import io.phoenix.activity.analysis.report.HtmlPage;
import io.phoenix.client.Json;
import io.phoenix.client.ReportDigest;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.PriceGate;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.experiment.AnalysisPlan;
import io.phoenix.domain.experiment.AnalysisPlanReader;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Computes a report again from the data that it holds. */
@Command(
        name = "verify",
        description =
                "Compute a report, as JSON or HTML, again from the series that it holds and say whether verdict, reasons and"
                        + " numbers are identical, or where they differ (exit code 1). Names, times and prices, and what a page"
                        + " shows, are not computed again: they are compared with the digests that the report carries, which"
                        + " tell a change but not who made it.")
final class VerifyCommand implements Callable<Integer> {
    private static final int TOLD = 50;
    private static final String CHANGED = " changed since the report was written (its digest differs)";

    @Parameters(
            paramLabel = "FILE",
            description =
                    "What 'report show', 'demo' or 'analyze' printed with -o json or -o html; - reads standard input.")
    private String file = "";

    @Option(
            names = "--series",
            paramLabel = "FILE",
            description = "What was measured, for a report of 'analyze', which does not hold it.")
    private @Nullable String series;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        String text = InputFile.text(file);
        Map<?, ?> report = report(text);
        boolean bare = report.containsKey("schema");
        Map<?, ?> stored = bare ? report : object(report, "analysis", "it holds no analysis");
        AnalysisPlan plan = plan(stored);
        Map<?, ?> computed = plain(ResultTree.of(bare ? ofFile(plan) : ofExperiment(report, plan)));
        List<String> differences = new ArrayList<>(Differences.between(stored, computed));
        if (!bare && decided(report)) {
            differences.addAll(Differences.between(
                    only("verdict", report.get("verdict")), only("verdict", computed.get("verdict"))));
        }
        return tell(differences, computed, asWritten(bare, report, text, differences));
    }

    /** What is not computed again: a sentence on each part, and a difference for each that was changed. */
    private static List<String> asWritten(boolean bare, Map<?, ?> report, String text, List<String> differences) {
        List<String> sentences = new ArrayList<>();
        if (!bare) {
            compared(
                    "names, times and prices",
                    report.get("digest") instanceof String digest
                            ? Optional.of(digest.equals(ReportDigest.of(report)))
                            : Optional.empty(),
                    sentences,
                    differences);
        }
        if (HtmlPage.report(text).isPresent()) {
            compared("what the page shows", HtmlPage.unchanged(text), sentences, differences);
        }
        return sentences;
    }

    private static void compared(
            String what, Optional<Boolean> unchanged, List<String> sentences, List<String> differences) {
        if (unchanged.isEmpty()) {
            sentences.add("taken as it stands, since the report has no digest of it: " + what);
        } else if (unchanged.get()) {
            sentences.add("as it was written: " + what);
        } else {
            differences.add(what + CHANGED);
        }
    }

    /** A run that goes on after a look, or ended without a decision, has an analysis and no verdict of its own. */
    private static boolean decided(Map<?, ?> report) {
        return report.get("verdict") != null
                || !(report.get("experiment") instanceof Map<?, ?> experiment)
                || "COMPLETED".equals(experiment.get("phase"));
    }

    private int tell(List<String> differences, Map<?, ?> computed, List<String> asWritten) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (differences.isEmpty()) {
            out.println("identical: " + computed.get("verdict") + ", " + computed.get("inputDigest"));
            asWritten.forEach(out::println);
        } else {
            out.println("different in " + differences.size() + (differences.size() == 1 ? " place" : " places"));
            differences.stream().limit(TOLD).forEach(difference -> out.println("  " + difference));
        }
        out.flush();
        return differences.isEmpty() ? ExitCode.DONE : ExitCode.ERROR;
    }

    private Map<?, ?> report(String text) {
        try {
            return Json.read(HtmlPage.report(text).orElse(text), Map.class);
        } catch (IllegalArgumentException e) {
            throw unusable("it is neither a JSON object nor a page with a report in it");
        }
    }

    private AnalysisPlan plan(Map<?, ?> stored) {
        Map<String, Object> tree = new LinkedHashMap<>();
        object(stored, "plan", "it holds no plan").forEach((name, value) -> tree.put(String.valueOf(name), value));
        // What follows from the rest stands in no plan file.
        tree.remove("looksLeft");
        return sound(AnalysisPlanReader.read(tree), "its plan is none: ");
    }

    private AnalysisResult ofFile(AnalysisPlan plan) {
        if (series == null) {
            throw unusable("it holds no series; name them with --series");
        }
        SeriesReader.Options options = SeriesReader.Options.NONE;
        return FileAnalysis.of(
                plan,
                sound(
                        InputFile.stream(series, stream -> SeriesReader.read(stream, plan.step(), options)),
                        InputFile.name(series) + ": "));
    }

    private AnalysisResult ofExperiment(Map<?, ?> report, AnalysisPlan plan) {
        Map<?, ?> data = object(report, "data", "it holds no series, so it is of an earlier version");
        AnalysisResult found = AnalysisEngine.analyze(
                EmbeddedData.read(data, plan.criteria()).orElseThrow(() -> unusable("its data cannot be read")));
        return PriceGate.apply(found, plan.criteria().minimumMonthlySaving(), costs(report));
    }

    private List<CostEstimate> costs(Map<?, ?> report) {
        try {
            return report.get("costs") instanceof List<?> costs
                    ? costs.stream()
                            .map(cost -> Json.convert(cost, CostEstimate.class))
                            .toList()
                    : List.of();
        } catch (IllegalArgumentException e) {
            throw unusable("its costs cannot be read");
        }
    }

    private Map<?, ?> object(Map<?, ?> tree, String name, String otherwise) {
        if (tree.get(name) instanceof Map<?, ?> object) {
            return object;
        }
        throw unusable(otherwise);
    }

    private <T> T sound(Validation<T> read, String prefix) {
        return switch (read) {
            case Validation.Valid<T>(T value) -> value;
            case Validation.Invalid<T>(List<Violation> violations) ->
                throw unusable(prefix
                        + String.join(
                                "; ",
                                violations.stream()
                                        .map(violation -> violation.pointer() + " " + violation.message())
                                        .map(String::strip)
                                        .toList()));
        };
    }

    private CliException unusable(String why) {
        return new CliException(ExitCode.USAGE, InputFile.name(file) + " cannot be verified: " + why);
    }

    /** As it would be read from a report. */
    private static Map<?, ?> plain(Object tree) {
        return Json.read(Json.write(tree), Map.class);
    }

    private static Map<String, @Nullable Object> only(String name, @Nullable Object value) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put(name, value);
        return tree;
    }
}
