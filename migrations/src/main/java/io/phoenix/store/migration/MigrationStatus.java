package io.phoenix.store.migration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of the schema.
 *
 * @param installedAt null while it is pending
 * @param state {@code applied}, {@code pending}, or {@code unknown} for one that this program does not have
 */
public record MigrationStatus(
        int version,
        String description,
        State state,
        @Nullable Instant installedAt) {
    /** Where a version stands. */
    public enum State {
        APPLIED,
        PENDING,
        UNKNOWN
    }
}
