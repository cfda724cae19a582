package io.phoenix.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @TempDir
    Path directory;

    @Test
    void livesBelowPhoenixHomeWhenThatIsGiven() {
        Installation installation = Installation.of(
                Map.of("PHOENIX_HOME", directory.toString(), "XDG_DATA_HOME", "/x"), Path.of("/home/a"));

        assertThat(installation.data()).isEqualTo(directory.resolve("data"));
        assertThat(installation.apiKeyFile()).isEqualTo(directory.resolve("config/api-key"));
        assertThat(installation.platformFile()).isEqualTo(directory.resolve("state/run/platform.json"));
    }

    @Test
    void livesInTheXdgDirectoriesOtherwise() {
        Installation installation =
                Installation.of(Map.of("XDG_DATA_HOME", "/x", "XDG_STATE_HOME", "relative"), Path.of("/home/a"));

        assertThat(installation.config()).isEqualTo(Path.of("/home/a/.config/phoenix"));
        assertThat(installation.data()).isEqualTo(Path.of("/x/phoenix"));
        assertThat(installation.state()).isEqualTo(Path.of("/home/a/.local/state/phoenix"));
    }

    @Test
    void followsTheHomeOfTheEnvironmentWhereTheJvmThinksOfAnother() {
        Installation installation = Installation.of(Map.of("HOME", "/home/b"), Path.of("/home/a"));

        assertThat(installation.config()).isEqualTo(Path.of("/home/b/.config/phoenix"));
    }

    @Test
    void keepsTheKeyReadableByItsOwnerOnly() throws IOException {
        Installation installation = anInstallation();

        installation.writeApiKey("phx_1_secret");

        assertThat(installation.apiKey()).contains("phx_1_secret");
        assertThat(Files.getPosixFilePermissions(installation.apiKeyFile()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void makesItsIdentityOnce() {
        Installation installation = anInstallation();

        String id = installation.createId();

        assertThat(installation.createId()).isEqualTo(id);
        assertThat(anInstallation().id()).contains(id);
    }

    @Test
    void readsThePlatformAsItWasWritten() {
        PlatformFile platform = new PlatformFile(
                "i-1",
                "running",
                List.of(new PlatformFile.Part(
                        "api", "running", 12L, 8080, "http://127.0.0.1:8080", "0.1.0", 1_000_000L, 0)),
                new PlatformFile.Urls("http://127.0.0.1:8080", null, "http://127.0.0.1:9090"));

        anInstallation().writePlatform(platform);

        assertThat(anInstallation().platform()).contains(platform);
    }

    @Test
    void knowsNothingBeforeTheFirstStart() {
        assertThat(anInstallation().platform()).isEmpty();
        assertThat(anInstallation().apiKey()).isEmpty();
        assertThat(anInstallation().id()).isEmpty();
    }

    private Installation anInstallation() {
        return Installation.of(Map.of("PHOENIX_HOME", directory.toString()), Path.of("/home/a"));
    }
}
