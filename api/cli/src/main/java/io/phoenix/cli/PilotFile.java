package io.phoenix.cli;

import io.phoenix.activity.analysis.RunPlanning;
import io.phoenix.activity.analysis.RunPlanning.EarlierRun;
import io.phoenix.activity.analysis.file.FileAnalysis;
import io.phoenix.activity.analysis.file.PilotSeries;
import io.phoenix.activity.analysis.file.SeriesReader;
import io.phoenix.activity.analysis.planning.PilotSampling;
import io.phoenix.activity.analysis.planning.PlanQuestion;
import io.phoenix.client.FieldError;
import io.phoenix.client.Json;
import io.phoenix.client.PhoenixClient;
import io.phoenix.client.PlanResponse;
import io.phoenix.client.SpecDocument;
import io.phoenix.client.ValidateResponse;
import io.phoenix.domain.experiment.AnalysisPlan;
import io.phoenix.domain.experiment.AnalysisPlanReader;
import io.phoenix.domain.shape.DurationText;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Series to plan a run by. However large the file is, it stays here: the server only fills in the specification. */
final class PilotFile {
    private final String file;

    PilotFile(String file) {
        this.file = file;
    }

    PlanResponse plan(PhoenixClient client, SpecDocument document, @Nullable Double expectedSaving) {
        Map<String, Object> spec = completed(client.validate(document));
        Map<?, ?> timing = (Map<?, ?>) spec.getOrDefault("timing", Map.of());
        AnalysisPlan plan = plan(spec, timing);
        PlanQuestion question = new PlanQuestion(
                plan.criteria(),
                plan.step(),
                plan.memory(),
                duration(timing, "duration"),
                duration(timing, "maximumDuration"),
                expectedSaving,
                hosts(spec));
        EarlierRun pilot = pilot(plan);
        Map<String, Object> tree =
                new LinkedHashMap<>(RunPlanning.of(question, List.of(pilot)).tree());
        tree.put("pilot", InputFile.name(file));
        return Json.convert(tree, PlanResponse.class);
    }

    /** Of a simulation; how many real ones there are nobody has written down. */
    private static @Nullable Integer hosts(Map<String, Object> spec) {
        return spec.get("input") instanceof Map<?, ?> input
                        && input.get("simulation") instanceof Map<?, ?> simulation
                        && simulation.get("hosts") instanceof Number hosts
                ? (Integer) hosts.intValue()
                : null;
    }

    private static Map<String, Object> completed(ValidateResponse checked) {
        if (checked.spec() == null) {
            throw new CliException(
                    ExitCode.USAGE,
                    checked.errors().stream()
                            .map(PilotFile::line)
                            .collect(Collectors.joining("\n", "the specification has mistakes:\n", "")));
        }
        return checked.spec();
    }

    private static String line(FieldError error) {
        return "  " + error.pointer() + ": " + error.message();
    }

    private static AnalysisPlan plan(Map<String, Object> spec, Map<?, ?> timing) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("step", timing.get("step"));
        if (timing.get("memory") != null) {
            tree.put("memory", timing.get("memory"));
        }
        tree.put("criteria", spec.get("criteria"));
        return sound("the specification", AnalysisPlanReader.read(tree));
    }

    private EarlierRun pilot(AnalysisPlan plan) {
        PilotSeries series = sound(
                InputFile.name(file),
                InputFile.stream(file, stream -> SeriesReader.readPilot(stream, plan.step(), plan.criteria())));
        return new EarlierRun(
                FileAnalysis.input(plan.on(series.step()), series.grid()),
                new PilotSampling(series.step(), series.interval()));
    }

    private static <T> T sound(String name, Validation<T> read) {
        return switch (read) {
            case Validation.Valid<T>(T value) -> value;
            case Validation.Invalid<T>(List<Violation> violations) ->
                throw new CliException(
                        ExitCode.USAGE,
                        violations.stream()
                                .map(violation -> "  " + violation.message())
                                .collect(Collectors.joining("\n", name + " has faults:\n", "")));
        };
    }

    private static @Nullable Duration duration(Map<?, ?> timing, String name) {
        return timing.get(name) instanceof String text
                ? DurationText.parse(text).orElse(null)
                : null;
    }
}
