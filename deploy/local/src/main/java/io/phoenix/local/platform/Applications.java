package io.phoenix.local.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The applications and how their JVMs are started.
 *
 * @param root where {@link ApplicationStore} has put them
 */
record Applications(Path root) {
    private static final List<String> COMMON_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** An application of the platform. */
    enum Application {
        API(ApplicationStore.API, "io.phoenix.api.Application", "256m"),
        WORKER(ApplicationStore.WORKER, "io.phoenix.worker.Application", "256m"),
        SUPERVISOR(ApplicationStore.LOCAL, "io.phoenix.local.platform.SupervisorMain", "64m");

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
    List<String> command(Application application, List<String> arguments) {
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
    String simulatorClassPath() {
        return classPath(ApplicationStore.SIMULATOR);
    }

    private String classPath(String module) {
        return root.resolve(ApplicationStore.ownJar(module)) + ":" + root.resolve(ApplicationStore.libraries(module))
                + "/*";
    }
}
