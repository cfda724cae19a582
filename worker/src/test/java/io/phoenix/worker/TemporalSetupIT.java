package io.phoenix.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.uber.m3.tally.NoopScope;
import io.phoenix.tools.ToolName;
import io.phoenix.tools.Tools;
import io.phoenix.workflow.experiment.ExperimentAttributes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalSetupIT {
    private static final Path SOURCE = Path.of(System.getProperty("phoenix.source", ".."));

    @TempDir
    Path directory;

    private String temporal;
    private String address;
    private Process server;
    private Engine engine;

    @BeforeEach
    void startServer() throws IOException {
        temporal = Tools.ofThisMachine(SOURCE, (tool, message) -> System.err.println(tool + ": " + message))
                .resolve(ToolName.TEMPORAL)
                .path()
                .toString();
        int port = freePort();
        address = "127.0.0.1:" + port;
        server = new ProcessBuilder(
                        temporal,
                        "server",
                        "start-dev",
                        "--ip",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--http-port",
                        Integer.toString(freePort()),
                        "--metrics-port",
                        Integer.toString(freePort()),
                        "--headless",
                        "--log-level",
                        "warn")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("server.log").toFile())
                .start();
        engine = new Engine(new TemporalConfig(address, "default"), new NoopScope());
        until(engine::reachable);
        engine.close();
        engine = new Engine(new TemporalConfig(address, "phoenix-test"), new NoopScope());
    }

    @AfterEach
    void stopServer() {
        engine.close();
        server.destroyForcibly().onExit().join();
    }

    @Test
    void preparesAServerAndMayBeRunAgain() throws IOException, InterruptedException {
        assertThat(engine.reachable()).isFalse();

        String first = setup();
        String second = setup();

        assertThat(first.lines().filter(line -> line.startsWith("registered Phx")))
                .hasSameSizeAs(ExperimentAttributes.ALL);
        assertThat(second).doesNotContain("registered").contains("namespace phoenix-test at " + address);
        until(() -> engine.reachable() && engine.missingSearchAttributes().isEmpty());
    }

    private String setup() throws IOException, InterruptedException {
        ProcessBuilder setup =
                new ProcessBuilder(SOURCE.resolve("temporal/setup").toString(), address, "phoenix-test");
        setup.environment().put("PHOENIX_TEMPORAL", temporal);
        Process process = setup.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static void until(java.util.function.BooleanSupplier there) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 60 s").isLessThan(deadline);
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
