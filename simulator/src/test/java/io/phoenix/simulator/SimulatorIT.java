package io.phoenix.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.simulator.otlp.RecordingReceiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
                String statistics = Files.readString(directory.resolve("stats.json"));
                long sent = number("messagesSent", statistics);
                // What came too late for its deadline may have arrived all the same.
                assertThat((long) receiver.requests().size())
                        .isPositive()
                        .isBetween(sent, sent + number("messagesDropped", statistics));
            } finally {
                simulator.destroyForcibly();
            }
        }
    }

    private static long number(String name, String statistics) {
        Matcher matcher = Pattern.compile("\"" + name + "\": (\\d+),").matcher(statistics);
        assertThat(matcher.find()).as("%s in %s", name, statistics).isTrue();
        return Long.parseLong(matcher.group(1));
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
