package io.phoenix.local.platform;

import io.phoenix.client.Installation;
import io.phoenix.client.PlatformFile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the supervisor wrote, held against what really runs. */
public final class LiveStatus {
    private static final String SUPERVISOR = "supervisor";

    private final Installation installation;

    public LiveStatus(Installation installation) {
        this.installation = installation;
    }

    /** Empty when the platform was never started here. */
    public Optional<PlatformFile> read() {
        return installation.platform().map(this::checked);
    }

    private PlatformFile checked(PlatformFile written) {
        Set<Long> alive = new InstalledProcesses(installation)
                .alive().stream().map(running -> running.process().pid()).collect(Collectors.toSet());
        boolean supervised =
                new InstalledProcesses(installation).part(SUPERVISOR).isPresent();
        List<PlatformFile.Part> parts = written.parts().stream()
                .map(part -> checked(part, supervised, alive))
                .toList();
        return supervised ? of(written, parts) : of(written, orphaned(parts));
    }

    private static PlatformFile of(PlatformFile written, List<PlatformFile.Part> parts) {
        return new PlatformFile(written.installation(), PlatformStatus.overall(parts), parts, written.urls());
    }

    /** Parts that run without their supervisor are not restarted when they die: that is a failure, not a stop. */
    private static List<PlatformFile.Part> orphaned(List<PlatformFile.Part> parts) {
        boolean running = parts.stream().anyMatch(part -> part.pid() != null);
        return parts.stream()
                .map(part -> running && part.name().equals(SUPERVISOR)
                        ? with(part, PartState.FAILED.text(), null, null)
                        : part)
                .toList();
    }

    /** A dead supervisor cannot take back what it wrote, and its pids may be those of other programs by now. */
    private static PlatformFile.Part checked(PlatformFile.Part part, boolean supervised, Set<Long> alive) {
        Long pid = part.pid();
        if (pid == null || !alive.contains(pid)) {
            return with(part, supervised ? part.state() : PartState.STOPPED.text(), null, null);
        }
        OptionalLong bytes = ResidentMemory.ofTree(pid, alive);
        return with(part, part.state(), pid, bytes.isPresent() ? bytes.getAsLong() : null);
    }

    private static PlatformFile.Part with(
            PlatformFile.Part part, String state, @Nullable Long pid, @Nullable Long residentBytes) {
        return new PlatformFile.Part(
                part.name(), state, pid, part.port(), part.url(), part.version(), residentBytes, part.restarts());
    }
}
