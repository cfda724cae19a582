package io.phoenix.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's ahead-of-time cache of the command line, made once per build by running a command that talks to the API. A cache
 * that cannot be made only costs time at every start, so it is a sentence and no failure.
 */
public final class StartupCache {
    private static final long PATIENCE_SECONDS = 60;

    private final Path target;
    private final Map<String, String> environment;

    /** @param source root of the source tree */
    public StartupCache(Path source, Map<String, String> environment) {
        this.target = source.resolve("deploy/local/target");
        this.environment = environment;
    }

    /** Makes the cache unless there is one; the platform runs. */
    public void ensure(Progress progress) {
        Path cache = target.resolve("startup.aot");
        String classPath = environment.get("PHOENIX_CLASSPATH");
        if (Files.exists(cache) || classPath == null) {
            return;
        }
        long started = progress.now();
        Path fresh = target.resolve("startup-" + ProcessHandle.current().pid() + ".aot");
        try {
            if (train(fresh, classPath)) {
                Files.move(fresh, cache, StandardCopyOption.ATOMIC_MOVE);
                progress.done("start-up", started, "cache for the command line, once per build");
            } else {
                Files.deleteIfExists(fresh);
                progress.say("start-up", "no cache was made, see " + target.resolve("startup.log"));
            }
        } catch (IOException e) {
            progress.say("start-up", "no cache was made: " + e.getMessage());
        }
    }

    private boolean train(Path fresh, String classPath) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + target.resolve("classes/jvm.options"),
                        "-XX:AOTCacheOutput=" + fresh,
                        "-cp",
                        classPath,
                        "io.phoenix.local.Main",
                        "experiment",
                        "list"))
                .redirectErrorStream(true)
                .redirectOutput(target.resolve("startup.log").toFile())
                .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
        return process.exitValue() == 0 && Files.exists(fresh);
    }
}
