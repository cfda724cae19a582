package io.phoenix.local.platform;

import io.phoenix.client.Installation;
import io.phoenix.client.PlatformFile;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.local.platform.InstalledProcesses.Running;
import io.phoenix.process.ManagedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Stops what this installation has started, and nothing else. */
public final class Shutdown {
    private static final Duration SUPERVISOR_GRACE = Duration.ofSeconds(120);
    private static final Duration GRACE = Duration.ofSeconds(20);
    // API and worker first: they would report the loss of everything else.
    private static final List<String> FIRST = List.of("supervisor", "worker", "api");
    private static final String LAST = "postgres";

    private final Installation installation;
    private final Progress progress;

    public Shutdown(Installation installation, Progress progress) {
        this.installation = installation;
        this.progress = progress;
    }

    /**
     * Stops the supervisor, which stops its parts, then everything that is left of an earlier one.
     *
     * @return how many processes were stopped
     */
    public int stop() {
        InstalledProcesses processes = new InstalledProcesses(installation);
        int before = processes.alive().size();
        Optional<ManagedProcess> supervisor = processes.part("supervisor");
        supervisor.ifPresent(process -> process.stop(SUPERVISOR_GRACE));
        processes.alive().stream()
                .sorted(Comparator.comparingInt(Shutdown::order))
                .forEach(this::stop);
        installation.platform().ifPresent(this::forgetAddresses);
        return before;
    }

    /** Commands would go on to speak to addresses that another program may have taken. */
    private void forgetAddresses(PlatformFile stopped) {
        installation.writePlatform(new PlatformFile(
                stopped.installation(), stopped.state(), stopped.parts(), new PlatformFile.Urls(null, null, null)));
    }

    private void stop(Running running) {
        running.process().stop(GRACE);
        progress.say(
                running.process().process().name(),
                "stopped (pid " + running.process().pid() + ")");
    }

    private static int order(Running running) {
        String name = running.process().process().name();
        int first = FIRST.indexOf(name);
        return first >= 0 ? first : name.equals(LAST) ? Integer.MAX_VALUE : FIRST.size();
    }

    /** Removes data, state and configuration; the cache of built tools stays. */
    public void purge() {
        for (Path directory : List.of(installation.data(), installation.state(), installation.config())) {
            remove(directory);
            progress.say("purge", "removed " + directory);
        }
    }

    private static void remove(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot remove " + directory + ": " + e.getMessage(), e);
        }
    }
}
