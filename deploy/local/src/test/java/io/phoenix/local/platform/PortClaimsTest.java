package io.phoenix.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortClaimsTest {
    @TempDir
    private Path directory;

    @Test
    void givesAPortToOneOfTwo() {
        try (PortClaims first = new PortClaims(directory);
                PortClaims second = new PortClaims(directory)) {
            assertThat(first.claim(7080)).isTrue();
            assertThat(first.claim(7080)).isTrue();
            assertThat(second.claim(7080)).isFalse();
            assertThat(second.claim(7081)).isTrue();
        }
    }

    @Test
    void leavesNoFileOfItsOwnOrOfOneThatWasKilled() throws IOException {
        Files.createFile(directory.resolve("7999.lock"));
        try (PortClaims living = new PortClaims(directory)) {
            living.claim(7080);
            PortClaims ended = new PortClaims(directory);
            ended.claim(7081);

            ended.close();

            assertThat(locks()).containsExactly("7080.lock");
            assertThat(living.claim(7081)).isTrue();
        }
        assertThat(locks()).isEmpty();
    }

    private List<String> locks() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".lock"))
                    .toList();
        }
    }
}
