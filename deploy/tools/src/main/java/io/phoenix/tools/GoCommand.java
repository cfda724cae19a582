package io.phoenix.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A long run of the go command. Its build cache and temporary files are in the work directory and go with it; the module
 * cache, proxies, GOPROXY and certificates are the user's own.
 *
 * @param environment variables of this process
 */
record GoCommand(Map<String, String> environment, Path work) {

    /**
     * @param total after which it is given up
     * @param silence without any new output, after which it is given up
     * @param report how often people hear of it
     */
    record Patience(Duration total, Duration silence, Duration report) {}

    /** The exit code. Stdout and stderr go to the log. */
    int run(ProcessBuilder command, Path log, Patience patience, Consumer<Duration> progress) throws AttemptFailed {
        try {
            Path temporary = Files.createDirectories(work.resolve("tmp"));
            command.environment().clear();
            command.environment().putAll(own(environment, temporary));
            Process process = command.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Thread end = new Thread(() -> Command.kill(process));
            Runtime.getRuntime().addShutdownHook(end);
            try {
                process.getOutputStream().close();
                return await(process, log, patience, progress);
            } finally {
                Command.kill(process);
                Runtime.getRuntime().removeShutdownHook(end);
            }
        } catch (IOException e) {
            throw new AttemptFailed("Go cannot be run (" + e.getMessage() + ")");
        }
    }

    private Map<String, String> own(Map<String, String> given, Path temporary) {
        Map<String, String> own = new HashMap<>(given);
        own.put("CGO_ENABLED", "0");
        own.put("GOTOOLCHAIN", "local");
        own.put("GOWORK", "off");
        // A flag of the user's, as -mod=mod, would build something else than what is pinned.
        own.put("GOFLAGS", "-buildvcs=false");
        own.put("GOCACHE", work.resolve("go-build").toString());
        own.put("GOTMPDIR", temporary.toString());
        return own;
    }

    private static int await(Process process, Path log, Patience patience, Consumer<Duration> progress)
            throws AttemptFailed, IOException {
        Stopwatch running = new Stopwatch();
        Stopwatch silent = new Stopwatch();
        Stopwatch unreported = new Stopwatch();
        long seen = 0;
        try {
            while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
                long written = Files.size(log);
                if (written > seen) {
                    seen = written;
                    silent.restart();
                }
                if (running.isOver(patience.total()) || silent.isOver(patience.silence())) {
                    throw new AttemptFailed(
                            "nothing has come of it after " + running.elapsed().toSeconds() + " s");
                }
                if (unreported.isOver(patience.report())) {
                    unreported.restart();
                    progress.accept(running.elapsed());
                }
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AttemptFailed("it was interrupted");
        }
    }
}
