package io.phoenix.cli;

import io.phoenix.activity.analysis.file.FileAnalysis;
import io.phoenix.activity.analysis.file.PlanFile;
import io.phoenix.activity.analysis.file.ResultTree;
import io.phoenix.activity.analysis.file.SeriesGrid;
import io.phoenix.activity.analysis.file.SeriesReader;
import io.phoenix.activity.analysis.report.AnalysisSections;
import io.phoenix.activity.analysis.report.HtmlPage;
import io.phoenix.activity.analysis.report.Section;
import io.phoenix.activity.analysis.report.Writers;
import io.phoenix.client.Json;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.experiment.AnalysisPlan;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The engine that decides experiments, on a file; speaks to nobody. */
@Command(
        name = "analyze",
        description = "Decide on series from a file, as an experiment would. Needs no server.",
        footer = {
            "",
            "The plan is step, memory if known, and the criteria of an experiment. The series are CSV (time,metric,variant,value"
                    + " and, if known, host), the same as JSON lines, or replies of Prometheus to query_range.",
            "Exit code 0 for PROMOTE, 3 for REJECT, 5 for INCONCLUSIVE and INVALID, 2 for a file with faults."
        })
final class AnalyzeCommand implements Callable<Integer> {
    /** What {@code -o} takes. */
    enum Format {
        text,
        json,
        markdown,
        html
    }

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            required = true,
            description = "What the series are judged by, in YAML or JSON; - reads standard input.")
    private String plan = "";

    @Option(
            names = "--series",
            paramLabel = "FILE",
            required = true,
            description = "What was measured; - reads standard input.")
    private String series = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json, markdown or html (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    @Option(names = "--metric", paramLabel = "NAME", description = "Metric of replies that have no label metric.")
    private @Nullable String metric;

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            description = "Variant of replies that have no label phoenix_variant.")
    private @Nullable String variant;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (InputFile.standard(plan) && InputFile.standard(series)) {
            throw new CliException(
                    ExitCode.USAGE,
                    "--plan and --series are both -, but standard input is one file: name a file for one of them");
        }
        Faults faults = new Faults();
        AnalysisPlan asked = faults.of(plan, PlanFile.read(InputFile.text(plan)));
        SeriesGrid measured = faults.of(series, series(asked));
        faults.throwIfAny();
        AnalysisResult result =
                FileAnalysis.of(Objects.requireNonNull(asked, "plan"), Objects.requireNonNull(measured, "series"));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(written(result, measured));
        out.flush();
        return ExitCode.ofVerdict(result.verdict().name());
    }

    private Validation<SeriesGrid> series(@Nullable AnalysisPlan asked) {
        SeriesReader.Options options = new SeriesReader.Options(metric, variant);
        return InputFile.stream(
                series, stream -> SeriesReader.read(stream, asked == null ? null : asked.step(), options));
    }

    private String written(AnalysisResult result, SeriesGrid measured) {
        return switch (format) {
            case json -> Json.writePretty(ResultTree.of(result)) + "\n";
            case text -> Writers.text(sections(result, measured));
            case markdown -> Writers.markdown(sections(result, measured));
            case html -> HtmlPage.of(sections(result, measured), Json.write(ResultTree.of(result)));
        };
    }

    private List<Section> sections(AnalysisResult result, SeriesGrid measured) {
        return AnalysisSections.ofFile(InputFile.name(series), result, measured.measured());
    }

    /** What is wrong with any of the files, told in one message. */
    private static final class Faults {
        private final StringBuilder message = new StringBuilder();

        <T> @Nullable T of(String file, Validation<T> read) {
            return switch (read) {
                case Validation.Valid<T>(T value) -> value;
                case Validation.Invalid<T>(List<Violation> violations) -> {
                    message.append(message.isEmpty() ? "" : "\n").append(InputFile.name(file));
                    message.append(violations.size() == 1 ? " has a fault:" : " has faults:");
                    violations.forEach(violation -> message.append("\n  ").append(violation.message()));
                    yield null;
                }
            };
        }

        void throwIfAny() {
            if (!message.isEmpty()) {
                throw new CliException(ExitCode.USAGE, message.toString());
            }
        }
    }
}
