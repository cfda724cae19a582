package io.phoenix.tools;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What is pinned of a tool, read from {@code tool.properties} beside its module.
 *
 * @param directory of the Go module
 * @param variable that names an explicit path
 * @param program file name of the binary
 * @param build what is compiled and how
 * @param check how the program says its version
 * @param release where the project publishes archives; null: nowhere
 */
record ToolDescriptor(
        String name,
        String version,
        Path directory,
        String variable,
        String program,
        Build build,
        VersionCheck check,
        @Nullable Release release) {
    private static final Duration VERSION_PATIENCE = Duration.ofSeconds(5);

    /**
     * @param expect time, memory and download of a cold build, for people
     * @param twin a tool of almost the same packages, whose build right after this one takes seconds; null: none
     */
    record Build(
            String mainPackage,
            String tags,
            String ldflags,
            String expect,
            @Nullable ToolName twin) {}

    /** @param member path of the binary in the archive ends with it */
    record Release(String archive, String checksums, String member) {}

    static ToolDescriptor read(Path deploy, ToolName tool) {
        Path directory = deploy.resolve(tool.module());
        Source source = Source.read(directory.resolve("tool.properties"));
        return new ToolDescriptor(
                source.required("name"),
                source.required("version"),
                directory,
                source.required("variable"),
                source.required("program"),
                build(source),
                new VersionCheck(
                        source.required("version.argument"),
                        source.required("version.pattern"),
                        source.optional("path.minimum"),
                        VERSION_PATIENCE),
                release(source));
    }

    private static Build build(Source source) {
        return new Build(
                source.required("build.package"),
                source.required("build.tags"),
                source.required("build.ldflags"),
                source.required("build.expect"),
                source.tool("build.twin"));
    }

    private static @Nullable Release release(Source source) {
        String archive = source.optional("release.archive");
        return archive == null
                ? null
                : new Release(
                        archive.replace("{os}", Platform.os()).replace("{arch}", Platform.arch()),
                        source.required("release.checksums"),
                        source.required("release.member"));
    }

    /** The properties with the file that they are from. */
    private record Source(Path file, Properties properties) {

        static Source read(Path file) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new FinalException(ErrorCode.INTERNAL, "cannot read " + file + ": " + e.getMessage(), e);
            }
            return new Source(file, properties);
        }

        @Nullable
        String optional(String key) {
            return properties.getProperty(key);
        }

        String required(String key) {
            String value = optional(key);
            if (value == null) {
                throw new FinalException(ErrorCode.INTERNAL, file + " lacks " + key);
            }
            return value;
        }

        @Nullable
        ToolName tool(String key) {
            String value = optional(key);
            return value == null
                    ? null
                    : Arrays.stream(ToolName.values())
                            .filter(tool -> tool.name().equalsIgnoreCase(value))
                            .findFirst()
                            .orElseThrow(
                                    () -> new FinalException(ErrorCode.INTERNAL, file + " names no tool in " + key));
        }
    }
}
