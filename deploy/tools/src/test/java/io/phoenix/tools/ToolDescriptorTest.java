package io.phoenix.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToolDescriptorTest {
    private static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path root;

    @ParameterizedTest
    @EnumSource
    void readsEveryToolOfTheRepository(ToolName name) {
        ToolDescriptor tool = ToolDescriptor.read(DEPLOY, name);

        assertThat(tool.name()).isEqualTo(name.name().toLowerCase(Locale.ROOT));
        assertThat(tool.variable()).isEqualTo("PHOENIX_" + name.name());
        assertThat(tool.directory().resolve("go.mod")).isRegularFile();
        assertThat(tool.directory().resolve("go.sum")).isNotEmptyFile();
        assertThat(tool.version()).matches("\\d+\\.\\d+\\.\\d+(-phoenix\\.\\d+)?");
    }

    @Test
    void acceptsFromPathOnlyWhatTheDesignNames() {
        assertThat(read(ToolName.TEMPORAL).check().minimum()).isEqualTo("1.8");
        assertThat(read(ToolName.PROMETHEUS).check().minimum()).isEqualTo("3.0");
        assertThat(read(ToolName.COLLECTOR).check().minimum()).isNull();
        assertThat(read(ToolName.VALIDATOR).check().minimum()).isNull();
    }

    @Test
    void pinsOneVersionInModuleBuildAndRelease() throws Exception {
        ToolDescriptor temporal = read(ToolName.TEMPORAL);
        assertThat(temporal.build().ldflags()).endsWith("Version=" + temporal.version());
        assertThat(temporal.release().archive())
                .endsWith("temporal_cli_%s_%s_%s.tar.gz".formatted(temporal.version(), Platform.os(), Platform.arch()));
        assertThat(Files.readString(temporal.directory().resolve("go.mod")))
                .contains("github.com/temporalio/cli v" + temporal.version());

        ToolDescriptor prometheus = read(ToolName.PROMETHEUS);
        assertThat(prometheus.build().ldflags()).endsWith("Version=" + prometheus.version());
        assertThat(prometheus.release().archive()).contains("/v" + prometheus.version() + "/");
        assertThat(prometheus.release().checksums()).contains("/v" + prometheus.version() + "/");
        // Prometheus 3.14.0 is the Go module version 0.314.0.
        assertThat(Files.readString(prometheus.directory().resolve("go.mod")))
                .contains("github.com/prometheus/prometheus v0.314.0");
    }

    @Test
    void readsTheVersionThatEachProgramPrints() {
        assertThat("temporal version 1.8.2 (Server 1.31.2, UI 2.50.1)")
                .containsPattern(read(ToolName.TEMPORAL).check().pattern());
        assertThat("prometheus, version 3.14.0 (branch: , revision: unknown)")
                .containsPattern(read(ToolName.PROMETHEUS).check().pattern());
        assertThat("phoenix-collector version 0.159.0-phoenix.1")
                .containsPattern(read(ToolName.COLLECTOR).check().pattern());
    }

    @Test
    void namesTheFileAndWhatItLacks() {
        Sandbox sandbox = new Sandbox(root);
        Path properties = sandbox.module().resolve("tool.properties");
        Sandbox.write(properties, Sandbox.read(properties).replace("build.package=.", ""));

        assertThatThrownBy(sandbox::tool).hasMessage(properties + " lacks build.package");
    }

    private static ToolDescriptor read(ToolName name) {
        return ToolDescriptor.read(DEPLOY, name);
    }
}
