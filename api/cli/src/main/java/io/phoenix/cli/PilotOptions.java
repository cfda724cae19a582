package io.phoenix.cli;

import io.phoenix.activity.analysis.AnalysisInput;
import io.phoenix.activity.analysis.calibration.Pilots;
import io.phoenix.activity.analysis.file.EmbeddedData;
import io.phoenix.activity.analysis.file.SeriesGrid;
import io.phoenix.activity.analysis.file.SeriesReader;
import io.phoenix.client.Json;
import io.phoenix.domain.experiment.AnalysisPlan;
import io.phoenix.domain.experiment.AnalysisPlanReader;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Series that were measured, to be resampled. */
final class PilotOptions {
    @Option(
            names = "--pilot",
            paramLabel = "FILE",
            description = "Resample the series of this file, as 'analyze' reads it; - reads standard input.")
    private @Nullable String pilot;

    @Option(names = "--step", paramLabel = "DURATION", description = "Between two samples of the pilot.")
    private @Nullable Duration step;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Resample the series of an experiment: what 'report show ID -o json' printed; - reads standard"
                            + " input.")
    private @Nullable String report;

    @Option(
            names = "--memory",
            paramLabel = "DURATION",
            description = "Slowest time in which the pilot's ratio forgets a disturbance (default: the report's, else"
                    + " estimated).")
    private @Nullable Duration memory;

    boolean given() {
        return pilot != null || report != null;
    }

    Pilots read() {
        if (pilot != null && report != null) {
            throw new CliException(ExitCode.USAGE, "give --pilot or --report, not both");
        }
        if (memory != null && (memory.isZero() || !given())) {
            throw new CliException(ExitCode.USAGE, "--memory must be longer than 0 and needs --pilot or --report");
        }
        if ((pilot == null) != (step == null) || (step != null && step.isZero())) {
            throw new CliException(ExitCode.USAGE, "--pilot needs --step, longer than 0, and --step needs --pilot");
        }
        if (pilot != null && step != null) {
            return usable(pilot, ofSeries(pilot, step));
        }
        return report == null ? new Pilots(List.of(), List.of()) : usable(report, ofReport(report));
    }

    private Pilots ofSeries(String file, Duration between) {
        Validation<SeriesGrid> read =
                InputFile.stream(file, stream -> SeriesReader.read(stream, between, SeriesReader.Options.NONE));
        return switch (read) {
            case Validation.Valid<SeriesGrid>(SeriesGrid series) ->
                Pilots.of(series.measured(), series.candidates(), inSteps(memory, between));
            case Validation.Invalid<SeriesGrid>(List<Violation> violations) -> throw unusable(file, violations);
        };
    }

    private Pilots ofReport(String file) {
        Map<?, ?> tree = tree(file);
        if (!(tree.get("data") instanceof Map<?, ?> data)
                || !(tree.get("analysis") instanceof Map<?, ?> analysis)
                || !(analysis.get("plan") instanceof Map<?, ?> plan)) {
            throw unusable(file, "it holds no series");
        }
        AnalysisInput input = EmbeddedData.read(data, plan(file, plan).criteria())
                .orElseThrow(() -> unusable(file, "its data cannot be read"));
        Duration declared = memory == null ? input.plan().memory() : memory;
        return Pilots.of(
                input.measured(),
                input.candidates().stream().map(AnalysisInput.Candidate::name).toList(),
                inSteps(declared, input.plan().step()));
    }

    private static Map<?, ?> tree(String file) {
        try {
            return Json.read(InputFile.text(file), Map.class);
        } catch (IllegalArgumentException e) {
            throw unusable(file, "it is no JSON object");
        }
    }

    private static AnalysisPlan plan(String file, Map<?, ?> stored) {
        Map<String, Object> tree = new LinkedHashMap<>();
        stored.forEach((name, value) -> tree.put(String.valueOf(name), value));
        return switch (AnalysisPlanReader.read(tree)) {
            case Validation.Valid<AnalysisPlan>(AnalysisPlan plan) -> plan;
            case Validation.Invalid<AnalysisPlan>(List<Violation> violations) -> throw unusable(file, violations);
        };
    }

    private static Pilots usable(String file, Pilots pilots) {
        if (pilots.regimes().isEmpty()) {
            throw unusable(
                    file,
                    pilots.notes().isEmpty()
                            ? "no metric that is judged by its ratio has samples of both variants"
                            : String.join(" ", pilots.notes()));
        }
        return pilots;
    }

    private static OptionalDouble inSteps(@Nullable Duration memory, Duration step) {
        return memory == null ? OptionalDouble.empty() : OptionalDouble.of((double) memory.toNanos() / step.toNanos());
    }

    private static CliException unusable(String file, List<Violation> violations) {
        return unusable(
                file,
                String.join("\n  ", violations.stream().map(Violation::message).toList()));
    }

    private static CliException unusable(String file, String why) {
        return new CliException(ExitCode.USAGE, InputFile.name(file) + " cannot be resampled: " + why);
    }
}
