package io.phoenix.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.Installation;
import io.phoenix.client.PlatformFile;
import java.nio.file.Path;
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
        write(GONE, ProcessHandle.current().pid());

        PlatformFile status = new LiveStatus(installation).read().orElseThrow();

        assertThat(status.state()).isEqualTo("failed");
        assertThat(status.part("supervisor").orElseThrow().state()).isEqualTo("failed");
        assertThat(status.part("api").orElseThrow().state()).isEqualTo("running");
    }

    @Test
    void callsAPlatformOfWhichNothingIsLeftStopped() {
        write(GONE, GONE);

        PlatformFile status = new LiveStatus(installation).read().orElseThrow();

        assertThat(status.state()).isEqualTo("stopped");
        assertThat(status.parts()).extracting(PlatformFile.Part::pid).containsOnlyNulls();
    }

    private void write(long supervisor, long api) {
        List<PlatformFile.Part> parts = List.of(running("supervisor", supervisor), running("api", api));
        installation.writePlatform(new PlatformFile("it", "running", parts, new PlatformFile.Urls(null, null, null)));
    }

    private static PlatformFile.Part running(String name, @Nullable Long pid) {
        return new PlatformFile.Part(name, "running", pid, null, null, "0.1.0", null, 0);
    }
}
