package io.phoenix.local.endtoend;

import io.phoenix.client.Installation;
import io.phoenix.local.platform.InstalledProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A home directory of its own on this machine, with the cache of built tools that all homes share.
 *
 * @param source root of the source tree that was just built
 */
record Machine(Path source, Path home) {
    private static final List<String> OWN_VARIABLES = List.of(
            "PHOENIX_HOME",
            "PHOENIX_SERVER",
            "PHOENIX_SOURCE",
            "PHOENIX_API_KEY",
            "PHOENIX_BUILD_SECONDS",
            "PHOENIX_CLASSPATH",
            "PHOENIX_TIME_SCALE");

    static Machine fresh() {
        try {
            return new Machine(builtSource(), Files.createTempDirectory("phoenix-it-"));
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory", e);
        }
    }

    /** Runs the script that users run. */
    Answer phoenix(String... arguments) {
        String script = source.resolve("phoenix").toString();
        return run(Stream.concat(Stream.of(script), Stream.of(arguments)).toList());
    }

    Answer run(List<String> command) {
        return new Programs(source, environment()).run(command);
    }

    /** Runs the line in the root of the source tree, with further variables. */
    Answer shell(String line, Map<String, String> variables) {
        Map<String, String> environment = environment();
        environment.putAll(variables);
        return new Programs(source, environment).run(List.of("/bin/sh", "-euc", line));
    }

    Installation installation() {
        return Installation.of(environment(), home);
    }

    InstalledProcesses processes() {
        return new InstalledProcesses(installation());
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        OWN_VARIABLES.forEach(environment::remove);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
        environment.put("XDG_DATA_HOME", home.resolve("data").toString());
        environment.put("XDG_STATE_HOME", home.resolve("state").toString());
        environment.put("XDG_CACHE_HOME", cache().toString());
        return environment;
    }

    void delete() {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + home, e);
        }
    }

    /** Root of the source tree, as the build says. */
    static Path builtSource() {
        return Path.of(System.getProperty("phoenix.source"));
    }

    private static Path cache() {
        String given = System.getenv("XDG_CACHE_HOME");
        String home = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
        return given == null || given.isBlank() ? Path.of(home, ".cache") : Path.of(given);
    }
}
