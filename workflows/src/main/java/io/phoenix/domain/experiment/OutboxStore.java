package io.phoenix.domain.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the database promised to tell the engine. Used by the relay only, across tenants; any number of relays may run.
 * Thread-safe; every call is one transaction.
 */
public interface OutboxStore {
    /** Takes up to {@code limit} due entries for {@code lease}; nobody else gets them before it ends. */
    List<OutboxEntry> claim(int limit, Duration lease, Instant now);

    /** Marks an entry delivered, or dead with its reason; for a start it also stores the run id with the experiment. */
    void delivered(OutboxEntry entry, String runId);

    /** Puts an entry back, due again at {@code retryAt}. */
    void failed(OutboxEntry entry, String message, Instant retryAt);
}
