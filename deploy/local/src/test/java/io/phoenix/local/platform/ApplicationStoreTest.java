package io.phoenix.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.error.FinalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApplicationStoreTest {
    @TempDir
    private Path directory;

    private Path source;
    private Path root;
    private ApplicationStore store;

    @BeforeEach
    void build() throws IOException {
        source = directory.resolve("source");
        root = directory.resolve("applications");
        store = new ApplicationStore(source, root);
        for (String module : List.of("api/server", "worker", "deploy/local", "simulator")) {
            Path target = source.resolve(module).resolve("target");
            Files.createDirectories(target.resolve("lib"));
            Files.writeString(target.resolve("phoenix-" + module.replace('/', '-') + ".jar"), "own");
            Files.writeString(target.resolve("lib/phoenix-domain.jar"), "ours");
            Files.writeString(target.resolve("lib/library.jar"), "library");
        }
    }

    @Test
    void copiesEveryApplicationWithItsLibraries() {
        Path copy = store.install();

        assertThat(copy.resolve("worker/application.jar")).hasContent("own");
        assertThat(copy.resolve("worker/lib/phoenix-domain.jar")).hasContent("ours");
        assertThat(copy.resolve("deploy/local/lib/library.jar")).hasContent("library");
        assertThat(new Applications(copy).simulatorClassPath())
                .isEqualTo("%1$s/simulator/application.jar:%1$s/simulator/lib/*".formatted(copy));
    }

    @Test
    void makesOneCopyOfOneBuild() {
        Path copy = store.install();

        assertThat(store.install()).isEqualTo(copy).isEqualTo(store.present());
        assertThat(root).isDirectoryContaining(path -> path.equals(copy));
    }

    @Test
    void keepsACopyAsItIsWhenMavenWritesTheJarsOfItsModulesInPlace() throws IOException {
        Path copy = store.install();

        rebuild("worker/target/phoenix-worker.jar");
        rebuild("worker/target/lib/phoenix-domain.jar");

        assertThat(copy.resolve("worker/application.jar")).hasContent("own");
        assertThat(copy.resolve("worker/lib/phoenix-domain.jar")).hasContent("ours");
        assertThat(store.install()).isNotEqualTo(copy);
    }

    @Test
    void removesOnlyWhatIsNotUsed() throws IOException {
        Path first = store.install();
        rebuild("worker/target/phoenix-worker.jar");
        Path second = store.install();
        rebuild("worker/target/phoenix-worker.jar");
        Path third = store.install();

        store.prune(copy -> !copy.equals(second));

        assertThat(List.of(first, third)).allSatisfy(copy -> assertThat(copy).isDirectory());
        assertThat(second).doesNotExist();
    }

    @Test
    void saysWhatToDoWithoutABuild() throws IOException {
        Files.delete(source.resolve("simulator/target/phoenix-simulator.jar"));

        assertThatThrownBy(store::install)
                .isInstanceOf(FinalException.class)
                .hasMessageContaining("simulator/target")
                .hasMessageContaining("./mvnw clean package");
    }

    private void rebuild(String jar) throws IOException {
        Path file = source.resolve(jar);
        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, "rebuilt");
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 1000));
    }
}
