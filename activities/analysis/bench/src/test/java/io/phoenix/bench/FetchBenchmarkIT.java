package io.phoenix.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchBenchmarkIT {
    private static final int POINTS = 3000;

    @Test
    void aRealPrometheusGivesBackTheRunThatWasWrittenToIt(@TempDir Path directory) throws Exception {
        Path source = Path.of(System.getProperty("phoenix.source"));
        try (PrometheusWithRun prometheus = PrometheusWithRun.start(directory, source, POINTS)) {
            FetchBenchmark benchmark = new FetchBenchmark();
            benchmark.url = prometheus.url().toString();
            benchmark.start = prometheus.run().start().getEpochSecond();
            benchmark.points = POINTS;
            benchmark.setup();

            assertThat(benchmark.curl()).isZero();
        }
    }
}
