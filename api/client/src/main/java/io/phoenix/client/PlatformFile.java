package io.phoenix.client;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What runs on this machine, as the supervisor last wrote it; also what {@code phoenix status -o json} prints.
 *
 * @param installation identity of the installation
 * @param state of the whole: starting, running, backoff, stopped or failed
 * @param parts postgres, temporal, prometheus, api, worker, supervisor and one {@code collector/<target>} per target
 */
public record PlatformFile(String installation, String state, List<Part> parts, Urls urls) {
    public PlatformFile {
        parts = parts == null ? List.of() : List.copyOf(parts);
    }

    public Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /**
     * One process.
     *
     * @param state starting, running, backoff, stopped or failed
     * @param pid null while there is no process
     * @param port null for a part that listens nowhere
     */
    public record Part(
            String name,
            String state,
            @Nullable Long pid,
            @Nullable Integer port,
            @Nullable String url,
            @Nullable String version,
            @Nullable Long residentBytes,
            int restarts) {}

    /** Where people look. */
    public record Urls(
            @Nullable String api,
            @Nullable String temporalUi,
            @Nullable String prometheus) {}
}
