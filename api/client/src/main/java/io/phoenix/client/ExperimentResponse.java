package io.phoenix.client;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of an experiment.
 *
 * @param number which run of that name, from 1
 * @param progress share of the whole run in [0, 1]
 * @param verdict null unless the data were analysed
 * @param errorCode why a failed run failed
 * @param message one line: what happens now or why it ended
 * @param spec with every default filled in; left out in lists
 */
public record ExperimentResponse(
        String id,
        String name,
        int number,
        String target,
        Map<String, String> labels,
        String phase,
        boolean paused,
        double progress,
        @Nullable String verdict,
        @Nullable String outcome,
        @Nullable String outcomeReason,
        @Nullable String cleanup,
        @Nullable String errorCode,
        String message,
        String startedBy,
        double timeScale,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant endedAt,
        @Nullable Map<String, Object> spec) {
    /** Name and number as people write them, for example {@code web-hosts/3}. */
    public String title() {
        return name + "/" + number;
    }

    /** Whether nothing follows this phase. */
    public boolean ended() {
        return switch (phase) {
            case "COMPLETED", "FAILED", "CANCELLED" -> true;
            default -> false;
        };
    }
}
