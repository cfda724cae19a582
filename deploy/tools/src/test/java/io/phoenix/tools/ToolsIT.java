package io.phoenix.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds a module without dependencies with the Go of this machine. */
@Timeout(180)
class ToolsIT {
    @TempDir
    Path root;

    private Sandbox sandbox;
    private Path builds;

    @BeforeEach
    void aGoThatCountsItsBuilds() {
        Path go = new ProgramOnPath(System.getenv())
                .locate("go")
                .orElseThrow(() -> new AssertionError("Go is not on PATH: install Go 1.26 or newer to run this test"));
        sandbox = new Sandbox(root);
        builds = root.resolve("builds");
        sandbox.script("go", "[ \"$1\" != build ] || echo one >> %s\nexec %s \"$@\"".formatted(builds, go));
    }

    @Test
    void buildsOnceForTwoRunsAtOnce() throws Exception {
        Path left = Sandbox.write(sandbox.cache().resolve(".work-killed/go-build/file"), "half");

        List<ResolvedTool> tools = both(
                () -> sandbox.tools().resolve(ToolName.PROMETHEUS),
                () -> sandbox.tools().resolve(ToolName.PROMETHEUS));

        assertThat(Files.readAllLines(builds)).hasSize(1);
        assertThat(tools)
                .extracting(ResolvedTool::source)
                .containsExactlyInAnyOrder(ToolSource.BUILD, ToolSource.CACHE);
        assertThat(tools.getFirst().path()).isEqualTo(tools.getLast().path());
        assertThat(Command.output(List.of(tools.getFirst().path().toString()), Map.of(), Duration.ofSeconds(10)))
                .contains("tiny version 3.1.4\n");
        assertThat(left).doesNotExist();
        assertThat(sandbox.cache()).isDirectoryNotContaining("glob:**/.work-*");
    }

    @Test
    void buildsTwinsTogether() throws Exception {
        twins();

        List<ResolvedTool> tools = both(
                () -> sandbox.tools().resolve(ToolName.COLLECTOR),
                () -> sandbox.tools().resolve(ToolName.VALIDATOR));

        assertThat(Files.readAllLines(builds)).hasSize(2);
        assertThat(tools).extracting(ResolvedTool::name).containsExactly("collector", "validator");
        assertThat(tools).extracting(ResolvedTool::path).allMatch(Files::isExecutable);
        assertThat(sandbox.tools().resolve(ToolName.VALIDATOR).source()).isEqualTo(ToolSource.CACHE);
        assertThat(Files.readAllLines(builds)).hasSize(2);
    }

    @Test
    void namesTheModuleThatCannotBeDownloaded() {
        String sum = "h1:" + "A".repeat(43) + "=\n";
        Sandbox.write(
                sandbox.module().resolve("go.mod"),
                "module phoenix.dev/tiny\n\ngo 1.21\n\nrequire example.org/absent v1.0.0\n");
        Sandbox.write(
                sandbox.module().resolve("go.sum"),
                "example.org/absent v1.0.0 " + sum + "example.org/absent v1.0.0/go.mod " + sum);
        Sandbox.write(
                sandbox.module().resolve("main.go"),
                "package main\n\nimport (\n\t\"fmt\"\n\n\t\"example.org/absent\"\n)\n\nfunc main() { fmt.Println(absent.X) }\n");
        Tools tools = sandbox.with("GOPROXY", "http://127.0.0.1:1").tools();

        assertThatThrownBy(() -> tools.resolve(ToolName.PROMETHEUS))
                .hasMessageContaining("its modules cannot be downloaded (")
                .hasMessageContaining("example.org/absent")
                .hasMessageContaining("connection refused");
        assertThat(builds).doesNotExist();
    }

    private void twins() {
        for (ToolName name : List.of(ToolName.COLLECTOR, ToolName.VALIDATOR)) {
            Path module = sandbox.deploy().resolve(name.module());
            String twin = name == ToolName.COLLECTOR ? "validator" : "collector";
            String text = Sandbox.read(sandbox.module().resolve("tool.properties"))
                    .replace("name=tiny", "name=" + name.name().toLowerCase(Locale.ROOT))
                    .replace("program=tiny", "program=phoenix-" + twin);
            Sandbox.write(module.resolve("tool.properties"), text + "build.twin=" + twin + "\n");
            Sandbox.write(
                    module.resolve("go.mod"), Sandbox.read(sandbox.module().resolve("go.mod")));
            Sandbox.write(
                    module.resolve("main.go"), Sandbox.read(sandbox.module().resolve("main.go")));
        }
    }

    private static List<ResolvedTool> both(Callable<ResolvedTool> left, Callable<ResolvedTool> right) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<ResolvedTool> tools = new ArrayList<>();
            for (Future<ResolvedTool> tool : threads.invokeAll(List.of(left, right))) {
                tools.add(tool.get());
            }
            return tools;
        }
    }
}
