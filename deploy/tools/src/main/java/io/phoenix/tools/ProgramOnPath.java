package io.phoenix.tools;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Programs on PATH whose own version says that they are new enough. */
final class ProgramOnPath {
    private final Map<String, String> environment;

    ProgramOnPath(Map<String, String> environment) {
        this.environment = environment;
    }

    Optional<ResolvedTool> find(ToolDescriptor tool, ToolProgress progress) {
        String minimum = tool.check().minimum();
        Optional<Path> program = minimum == null ? Optional.empty() : locate(tool.program());
        if (minimum == null || program.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> version = tool.check().ask(program.get(), environment);
        if (version.flatMap(Version::in)
                .filter(found -> found.compareTo(Version.of(minimum)) >= 0)
                .isEmpty()) {
            progress.say(
                    tool.name(),
                    "%s is %s, %s or newer is needed: it is left alone"
                            .formatted(program.get(), version.orElse("of an unknown version"), minimum));
            return Optional.empty();
        }
        return Optional.of(new ResolvedTool(tool.name(), version.get(), program.get(), ToolSource.PATH));
    }

    /** The first executable of this name. */
    Optional<Path> locate(String program) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program).toAbsolutePath())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
