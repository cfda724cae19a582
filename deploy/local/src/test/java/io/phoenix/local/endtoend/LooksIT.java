package io.phoenix.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.EventResponse;
import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.ReportFormat;
import io.phoenix.client.SpecDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of two looks on real parts, of which the first decides. */
@EndToEnd
@Order(8)
final class LooksIT {
    private Platform platform;

    @BeforeEach
    void share(Platform shared) {
        platform = shared;
    }

    @Test
    void endsAtTheLookThatDecidesAndTheReportCanBeComputedAgain(@TempDir Path directory) throws IOException {
        String experiment = platform.client()
                .create(
                        new SpecDocument(yaml(), SpecDocument.Syntax.YAML),
                        UUID.randomUUID().toString())
                .id();
        ExperimentResponse ended = platform.awaitEnd(experiment);

        assertThat(ended.verdict())
                .as("%s%s", ended, platform.story(experiment))
                .isEqualTo("PROMOTE");
        assertThat(platform.client().events(experiment).items().stream().map(EventResponse::type))
                .as(platform.story(experiment))
                .contains("looked")
                .filteredOn("window_measured"::equals)
                .hasSize(10);
        assertThat(platform.client().report(experiment, ReportFormat.TEXT))
                .contains("Ended early at look 1 of 2, after 50.0 % of the planned pairs.");
        assertThat(verified(experiment, directory.resolve("report.json"))).startsWith("identical: PROMOTE");
    }

    private String verified(String experiment, Path file) throws IOException {
        Files.writeString(file, platform.done("report", "show", experiment, "-o", "json"));
        return platform.done("report", "verify", file.toString());
    }

    /** 60 steps before each look, and nothing that holds at the last one only. */
    private static String yaml() {
        return SpecText.named("early")
                .promoting("never")
                .yaml()
                .replace("duration: 96s, memory", "duration: 2m, memory")
                .replace("maximumDuration: 96s", "maximumDuration: 4m")
                .replace("guardrails:\n    - {metric: dropped_points, maximum: 0}\n", "guardrails: []\n  looks: 2\n");
    }
}
