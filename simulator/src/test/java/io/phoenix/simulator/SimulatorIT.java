package io.phoenix.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.simulator.otlp.RecordingReceiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void endsWithZeroAndWholeStatisticsOnSigterm() throws Exception {
        try (RecordingReceiver receiver = new RecordingReceiver()) {
            Process simulator = start(receiver.endpoint().toString());
            try {
                awaitReady(simulator);
                simulator.destroy();

                assertThat(simulator.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                assertThat(simulator.exitValue()).isZero();
                assertThat(directory.resolve("stats.json"))
                        .content()
                        .contains("\"messagesSent\": " + receiver.requests().size() + ",");
            } finally {
                simulator.destroyForcibly();
            }
        }
    }

    private Process start(String endpoint) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.phoenix.simulator.Main",
                "--endpoint=" + endpoint,
                "--hosts=3",
                "--processes-per-host=100",
                "--interval=2s",
                "--stats-file=" + directory.resolve("stats.json"),
                "--ready-file=" + directory.resolve("ready"));
        return new ProcessBuilder(command).inheritIO().start();
    }

    private void awaitReady(Process simulator) throws InterruptedException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (Files.notExists(directory.resolve("ready"))) {
            assertThat(simulator.isAlive()).isTrue();
            assertThat(System.nanoTime()).isLessThan(limit);
            Thread.sleep(50);
        }
    }
}
