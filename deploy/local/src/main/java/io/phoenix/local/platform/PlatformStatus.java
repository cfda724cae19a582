package io.phoenix.local.platform;

import io.phoenix.client.Installation;
import io.phoenix.client.PlatformFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the supervisor knows of its parts, written to {@code platform.json} at every change. Thread-safe. */
final class PlatformStatus {
    private final Installation installation;
    private final String id;
    private final PlatformFile.Urls urls;
    private final Map<String, PlatformFile.Part> parts = new LinkedHashMap<>();

    PlatformStatus(Installation installation, String id, PlatformFile.Urls urls) {
        this.installation = installation;
        this.id = id;
        this.urls = urls;
    }

    /** The supervisor itself is a part too. */
    synchronized void addSupervisor(String version) {
        parts.put(
                "supervisor",
                new PlatformFile.Part(
                        "supervisor",
                        PartState.RUNNING.text(),
                        ProcessHandle.current().pid(),
                        null,
                        null,
                        version,
                        null,
                        0));
        write();
    }

    synchronized void add(Part part) {
        parts.put(part.name(), line(part, PartState.STARTING, null, 0));
        write();
    }

    synchronized void set(Part part, PartState state, @Nullable Long pid) {
        parts.put(part.name(), line(part, state, pid, restarts(part)));
        write();
    }

    synchronized void restarting(Part part) {
        parts.put(part.name(), line(part, PartState.BACKOFF, null, restarts(part) + 1));
        write();
    }

    /** The supervisor has stopped everything and ends. */
    synchronized void stopped() {
        parts.computeIfPresent(
                "supervisor",
                (name, before) -> new PlatformFile.Part(
                        name, PartState.STOPPED.text(), null, null, null, before.version(), null, 0));
        write();
    }

    private int restarts(Part part) {
        PlatformFile.Part before = parts.get(part.name());
        return before == null ? 0 : before.restarts();
    }

    private static PlatformFile.Part line(Part part, PartState state, @Nullable Long pid, int restarts) {
        return new PlatformFile.Part(
                part.name(), state.text(), pid, part.port(), part.url(), part.version(), null, restarts);
    }

    private void write() {
        List<PlatformFile.Part> list = new ArrayList<>(parts.values());
        installation.writePlatform(new PlatformFile(id, overall(list), list, answering(urls, list)));
    }

    /** Without the addresses of parts that do not run: another program may answer there by now, and would be trusted. */
    static PlatformFile.Urls answering(PlatformFile.Urls urls, List<PlatformFile.Part> parts) {
        Set<String> running = parts.stream()
                .filter(part -> part.pid() != null && part.state().equals(PartState.RUNNING.text()))
                .map(PlatformFile.Part::name)
                .collect(Collectors.toSet());
        return new PlatformFile.Urls(
                running.contains("api") ? urls.api() : null,
                running.contains("temporal") ? urls.temporalUi() : null,
                running.contains("prometheus") ? urls.prometheus() : null);
    }

    /** The state that needs attention most stands for the whole. */
    static String overall(List<PlatformFile.Part> parts) {
        for (PartState state : List.of(PartState.FAILED, PartState.BACKOFF, PartState.STARTING, PartState.RUNNING)) {
            if (parts.stream().anyMatch(part -> part.state().equals(state.text()))) {
                return state.text();
            }
        }
        return PartState.STOPPED.text();
    }
}
