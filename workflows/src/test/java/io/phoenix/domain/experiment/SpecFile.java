package io.phoenix.domain.experiment;

import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Experiments' files for tests. */
final class SpecFile {
    static final ExperimentSpecReader READER =
            new ExperimentSpecReader(PipelineCatalog.shipped(), Set.of("grafana-cloud"));

    static final String MINIMAL = """
            name: minimal
            target: demo
            variants:
              candidate: {template: process-priority-filter-v1}
            input:
              simulation: {interval: 1s}
            criteria:
              goals:
                - {metric: active_series, minimumSaving: 0.2}
            """;

    private SpecFile() {}

    static String example(String name) {
        try {
            return Files.readString(Path.of("../deploy/examples", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> tree(String yaml) {
        return SpecText.parse(yaml).orThrow(ErrorCode.INVALID_SPEC);
    }

    static ExperimentSpec spec(String yaml) {
        return READER.read(tree(yaml)).orThrow(ErrorCode.INVALID_SPEC);
    }

    static List<Violation> violations(String yaml) {
        return switch (READER.read(tree(yaml))) {
            case Validation.Valid<ExperimentSpec> valid -> List.of();
            case Validation.Invalid<ExperimentSpec>(List<Violation> violations) -> violations;
        };
    }
}
