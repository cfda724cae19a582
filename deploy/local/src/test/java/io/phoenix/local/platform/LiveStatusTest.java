package io.phoenix.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.Installation;
import io.phoenix.client.PlatformFile;
import io.phoenix.process.ChildProcesses;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.ProcessEnvironment;
import io.phoenix.process.ProcessSpec;
import io.phoenix.process.RunDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiveStatusTest {
    // Above every pid that Linux gives.
    private static final long GONE = 5_000_000;

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void emptyHome() {
        installation = Installation.of(Map.of("PHOENIX_HOME", home.toString()), home);
    }

    @Test
    void isEmptyWhereNothingWasEverStarted() {
        assertThat(new LiveStatus(installation).read()).isEmpty();
    }

    @Test
    void callsPartsWithoutTheirSupervisorAFailure() {
        ManagedProcess api = new ChildProcesses(Clock.systemUTC())
                .start(
                        new ProcessSpec(
                                "api",
                                "it",
                                List.of("sleep", "60"),
                                ProcessEnvironment.only(Map.of()),
                                home,
                                installation.logFile("api")),
                        new RunDirectory(installation.runDirectory("api")));
        write(GONE, api.pid());

        PlatformFile status = new LiveStatus(installation).read().orElseThrow();
        api.stop(Duration.ofSeconds(5));

        assertThat(status.state()).isEqualTo("failed");
        assertThat(status.part("supervisor").orElseThrow().state()).isEqualTo("failed");
        assertThat(status.part("api").orElseThrow().state()).isEqualTo("running");
        assertThat(status.part("api").orElseThrow().residentBytes()).isPositive();
    }

    @Test
    void callsAPlatformOfWhichNothingIsLeftStopped() {
        write(GONE, GONE);

        PlatformFile status = new LiveStatus(installation).read().orElseThrow();

        assertThat(status.state()).isEqualTo("stopped");
        assertThat(status.parts()).extracting(PlatformFile.Part::pid).containsOnlyNulls();
    }

    @Test
    void isNotTakenInByAnotherProgramWithThePidOfAPart() {
        write(GONE, ProcessHandle.current().pid());

        assertThat(new LiveStatus(installation).read().orElseThrow().state()).isEqualTo("stopped");
    }

    private void write(long supervisor, long api) {
        List<PlatformFile.Part> parts = List.of(running("supervisor", supervisor), running("api", api));
        installation.writePlatform(new PlatformFile("it", "running", parts, new PlatformFile.Urls(null, null, null)));
    }

    private static PlatformFile.Part running(String name, @Nullable Long pid) {
        return new PlatformFile.Part(name, "running", pid, null, null, "0.1.0", null, 0);
    }
}
