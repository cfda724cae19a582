package io.phoenix.local.platform;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the build of the source tree put the applications, and how their JVMs are started. */
public record Applications(Path source) {
    private static final List<String> COMMON_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** An application of the platform. */
    public enum Application {
        API("api/server", "io.phoenix.api.Application", "256m"),
        WORKER("worker", "io.phoenix.worker.Application", "256m"),
        SUPERVISOR("deploy/local", "io.phoenix.local.platform.SupervisorMain", "64m");

        private final String module;
        private final String mainClass;
        private final String heap;

        Application(String module, String mainClass, String heap) {
            this.module = module;
            this.mainClass = mainClass;
            this.heap = heap;
        }
    }

    /** The command line of the application's JVM. */
    public List<String> command(Application application, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(COMMON_OPTIONS);
        command.add("-Xmx" + application.heap);
        command.add("-cp");
        command.add(classPath(application.module));
        command.add(application.mainClass);
        command.addAll(arguments);
        return command;
    }

    /** The class path of the process simulator. */
    public String simulatorClassPath() {
        return classPath("simulator");
    }

    /** Descriptors of outside programs and their pinned modules. */
    public Path deploy() {
        return source.resolve("deploy");
    }

    private String classPath(String module) {
        Path target = source.resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            List<String> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().matches(".*-(tests|sources|javadoc)\\.jar"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
            if (jars.size() == 1) {
                return jars.getFirst() + ":" + target.resolve("lib") + "/*";
            }
            throw new FinalException(
                    ErrorCode.INTERNAL,
                    target + " holds " + jars.size() + " application jars instead of one: run ./mvnw clean package");
        } catch (IOException e) {
            throw new FinalException(
                    ErrorCode.INTERNAL, "the build in " + target + " is missing: run ./mvnw package", e);
        }
    }
}
