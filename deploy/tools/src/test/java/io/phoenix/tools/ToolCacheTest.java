package io.phoenix.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolCacheTest {
    @TempDir
    Path root;

    private Sandbox sandbox;
    private ToolCache cache;

    @BeforeEach
    void anEmptyCache() {
        sandbox = new Sandbox(root);
        cache = new ToolCache(sandbox.cache());
    }

    @Test
    void findsWhatWasStoredAndCanRunIt() {
        Path stored = store("#!/bin/sh\necho one\n");

        assertThat(cache.find(sandbox.tool(), sandbox)).contains(stored);
        assertThat(stored).isExecutable().hasFileName("tiny");
        assertThat(sandbox.said).isEmpty();
    }

    @Test
    void findsNothingForAnotherModuleOfTheSameVersion() {
        store("one");
        sandbox.describe("build.comment=other flags");

        assertThat(cache.find(sandbox.tool(), sandbox)).isEmpty();
    }

    @Test
    void takesNoNoticeOfFilesThatAreNotBuilt() {
        Path stored = store("one");
        Sandbox.write(sandbox.module().resolve("notes.txt"), "about this module");

        assertThat(cache.find(sandbox.tool(), sandbox)).contains(stored);
    }

    @Test
    void namesATruncatedFile() throws IOException {
        Path stored = store("one");
        Files.writeString(stored, "on");

        assertThat(cache.find(sandbox.tool(), sandbox)).isEmpty();
        assertThat(sandbox.said).singleElement().asString().contains(stored.toString(), "is damaged");
    }

    @Test
    void namesAFileOfTheSameSizeWithOtherContent() throws IOException {
        Path stored = store("one");
        Files.writeString(stored, "two");
        Files.setLastModifiedTime(stored, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(cache.find(sandbox.tool(), sandbox)).isEmpty();
        assertThat(sandbox.said).singleElement().asString().contains("is damaged");
    }

    @Test
    void acceptsAFileThatWasOnlyTouched() throws IOException {
        Path stored = store("one");
        Files.setLastModifiedTime(stored, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(cache.find(sandbox.tool(), sandbox)).contains(stored);
    }

    @Test
    void trustsNoFileWithoutItsChecksum() throws IOException {
        Path stored = store("one");
        Files.delete(stored.resolveSibling("tiny.sha256"));

        assertThat(cache.find(sandbox.tool(), sandbox)).isEmpty();
    }

    @Test
    void removesWhatAKilledRunLeftBehind() {
        Path left = sandbox.cache().resolve(".work-1/go-build/ab/file");
        Sandbox.write(left, "half");

        try (WorkDirectory work = WorkDirectory.in(sandbox.cache(), sandbox.said::add)) {
            assertThat(work.path()).isEmptyDirectory();
            assertThat(left).doesNotExist();
        }
        assertThat(sandbox.cache()).isEmptyDirectory();
    }

    @Test
    void standsBelowPhoenixHomeWhenThatIsGiven() {
        Map<String, String> environment = Map.of("PHOENIX_HOME", "/p", "XDG_CACHE_HOME", "/x");

        assertThat(ToolCache.directory(environment, Path.of("/home/a"))).isEqualTo(Path.of("/p/cache/tools"));
    }

    @Test
    void standsInTheXdgCacheDirectoryOtherwise() {
        Path home = Path.of("/home/a");

        assertThat(ToolCache.directory(Map.of("XDG_CACHE_HOME", "/x"), home)).isEqualTo(Path.of("/x/phoenix/tools"));
        assertThat(ToolCache.directory(Map.of("XDG_CACHE_HOME", "relative"), home))
                .isEqualTo(ToolCache.directory(Map.of("PHOENIX_HOME", " "), home))
                .isEqualTo(Path.of("/home/a/.cache/phoenix/tools"));
    }

    @Test
    void followsTheHomeOfTheEnvironmentWhereTheJvmThinksOfAnother() {
        assertThat(ToolCache.directory(Map.of("HOME", "/home/b"), Path.of("/home/a")))
                .isEqualTo(Path.of("/home/b/.cache/phoenix/tools"));
    }

    private Path store(String content) {
        return cache.store(sandbox.tool(), Sandbox.write(sandbox.work().resolve("fresh"), content));
    }
}
