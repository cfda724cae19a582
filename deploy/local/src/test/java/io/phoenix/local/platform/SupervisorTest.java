package io.phoenix.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.Installation;
import io.phoenix.client.PlatformFile;
import io.phoenix.process.ChildProcesses;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.ProcessEnvironment;
import io.phoenix.process.ProcessSpec;
import io.phoenix.process.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test's own JVM is the other program, which listens where the part should. */
final class SupervisorTest {
    private static final String URL = "http://127.0.0.1:7080";
    private static final int LOOKS = 3;

    @TempDir
    private Path home;

    private Installation installation;
    private PlatformStatus status;

    @BeforeEach
    void emptyHome() {
        installation = Installation.of(Map.of("PHOENIX_HOME", home.toString()), home);
        status = new PlatformStatus(installation, "it", new PlatformFile.Urls(URL, null, null));
    }

    @Test
    void startsNothingWhereAnotherProgramListens() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Sleeping part = new Sleeping(other.getLocalPort(), () -> {});
            Supervisor supervisor = new Supervisor(status, Clock.systemUTC());

            supervisor.watch(part);
            assertThat(part.wanted.await(30, TimeUnit.SECONDS)).isTrue();
            supervisor.stop(List.of(part));

            assertThat(new RunDirectory(installation.runDirectory("api")).process())
                    .isEmpty();
            assertThat(installation.platform().orElseThrow().urls().api()).isNull();
        }
    }

    @Test
    void neitherAsksNorPublishesTheAddressOfAnotherProgram() throws Exception {
        try (ServerSocket other = new ServerSocket()) {
            int port = freePort();
            Sleeping part = new Sleeping(port, () -> bind(other, port));
            Supervisor supervisor = new Supervisor(status, Clock.systemUTC());

            supervisor.watch(part);
            assertThat(part.looks.await(30, TimeUnit.SECONDS)).isTrue();
            PlatformFile seen = installation.platform().orElseThrow();
            supervisor.stop(List.of(part));

            assertThat(seen.part("api").orElseThrow().state()).isEqualTo("starting");
            assertThat(seen.urls().api()).isNull();
            assertThat(part.asked).isFalse();
        }
    }

    @Test
    void publishesTheAddressWhileThePartRuns() throws Exception {
        Sleeping part = new Sleeping(null, () -> {});
        Supervisor supervisor = new Supervisor(status, Clock.systemUTC());

        supervisor.watch(part);
        assertThat(part.ready.await(30, TimeUnit.SECONDS)).isTrue();
        status.set(part, PartState.RUNNING, part.adopt().orElseThrow().pid());
        PlatformFile running = installation.platform().orElseThrow();
        supervisor.stop(List.of(part));

        assertThat(running.urls().api()).isEqualTo(URL);
        assertThat(installation.platform().orElseThrow().urls().api()).isNull();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static void bind(ServerSocket socket, int port) {
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part that listens nowhere and whose probe is content with any answer. */
    private final class Sleeping implements Part {
        private final ChildProcesses processes = new ChildProcesses(Clock.systemUTC());
        private final RunDirectory directory = new RunDirectory(installation.runDirectory("api"));
        private final CountDownLatch wanted = new CountDownLatch(2);
        private final CountDownLatch looks = new CountDownLatch(LOOKS);
        private final CountDownLatch ready = new CountDownLatch(1);
        private final @Nullable Integer port;
        private final Runnable started;
        private volatile boolean running;
        private volatile boolean asked;

        Sleeping(@Nullable Integer port, Runnable started) {
            this.port = port;
            this.started = started;
        }

        @Override
        public String name() {
            return "api";
        }

        @Override
        public String version() {
            return "0.1.0";
        }

        @Override
        public @Nullable Integer port() {
            if (running) {
                looks.countDown();
            }
            return port;
        }

        @Override
        public @Nullable String url() {
            return URL;
        }

        @Override
        public Optional<ManagedProcess> adopt() {
            wanted.countDown();
            return processes.adopt(directory).filter(ManagedProcess::isAlive);
        }

        @Override
        public ManagedProcess start() {
            ManagedProcess process = processes.start(
                    new ProcessSpec(
                            "api",
                            "it",
                            List.of("sleep", "60"),
                            ProcessEnvironment.only(Map.of()),
                            home,
                            installation.logFile("api")),
                    directory);
            started.run();
            running = true;
            return process;
        }

        @Override
        public boolean ready() {
            asked = true;
            return true;
        }

        @Override
        public void afterReady() {
            ready.countDown();
        }

        @Override
        public Duration grace() {
            return Duration.ofSeconds(5);
        }
    }
}
