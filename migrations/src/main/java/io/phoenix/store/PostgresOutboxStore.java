package io.phoenix.store;

import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.OutboxEntry;
import io.phoenix.domain.experiment.OutboxStore;
import io.phoenix.error.FinalException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The outbox, read by the role of the relay across tenants. Of each experiment only the oldest undelivered entry can be
 * taken, so the start comes before every command and commands keep their order.
 */
@Singleton
public final class PostgresOutboxStore implements OutboxStore {
    /** A relay that died between starting the workflow and saying so leaves a start that must not be repeated. */
    private static final String SETTLE_STARTED = """
            UPDATE outbox o SET delivered_at = ?
            FROM experiments e
            WHERE o.kind = 'START' AND o.delivered_at IS NULL AND e.run_id IS NOT NULL
              AND e.tenant_id = o.tenant_id AND e.id = o.experiment_id""";

    private static final String CLAIM = """
            WITH due AS (
                SELECT o.tenant_id, o.id, o.attempts, e.name, e.number
                FROM outbox o
                JOIN experiments e ON e.tenant_id = o.tenant_id AND e.id = o.experiment_id
                WHERE o.delivered_at IS NULL AND o.due_at <= ? AND (o.leased_until IS NULL OR o.leased_until <= ?)
                  AND NOT (o.kind = 'START' AND e.phase = 'CANCELLED' AND e.run_id IS NULL)
                  AND NOT EXISTS (
                      SELECT FROM outbox earlier
                      WHERE earlier.tenant_id = o.tenant_id AND earlier.experiment_id = o.experiment_id
                        AND earlier.delivered_at IS NULL AND earlier.id <> o.id
                        AND (earlier.kind = 'START'
                             OR o.kind = 'DELIVER' AND (earlier.created_at, earlier.id) < (o.created_at, o.id)))
                ORDER BY o.due_at, o.id
                LIMIT ?
                FOR UPDATE OF o SKIP LOCKED
            )
            UPDATE outbox o SET leased_until = ?, attempts = o.attempts + 1
            FROM due
            WHERE o.tenant_id = due.tenant_id AND o.id = due.id
            RETURNING o.tenant_id, o.id AS entry_id, o.experiment_id AS id, due.name, due.number, o.kind, o.command,
                      o.command ->> 'id' AS command_id, due.attempts""";

    private static final String DELIVERED = """
            UPDATE outbox SET delivered_at = clock_timestamp(), leased_until = NULL, last_error = NULL
            WHERE tenant_id = ? AND id = ? AND delivered_at IS NULL""";

    /** Nobody can deliver it; it must not keep what comes after it from being delivered. */
    private static final String DEAD = """
            UPDATE outbox SET delivered_at = clock_timestamp(), leased_until = NULL, last_error = ?
            WHERE tenant_id = ? AND id = ? AND delivered_at IS NULL""";

    private static final String STARTED = """
            UPDATE experiments SET run_id = ? WHERE tenant_id = ? AND id = ? AND run_id IS NULL""";

    /** The number of attempts fences off a relay whose lease has ended and been taken by another. */
    private static final String FAILED = """
            UPDATE outbox SET leased_until = NULL, due_at = ?, last_error = ?
            WHERE tenant_id = ? AND id = ? AND delivered_at IS NULL AND attempts = ?""";

    private final SystemSession session;

    public PostgresOutboxStore(SystemSession session) {
        this.session = session;
    }

    @Override
    public List<OutboxEntry> claim(int limit, Duration lease, Instant now) {
        return session.run("claiming outbox entries", sql -> {
            sql.update(SETTLE_STARTED, now);
            return sql.list(CLAIM, Claimed::of, now, now, limit, now.plus(lease)).stream()
                    .map(Claimed::entry)
                    .toList();
        });
    }

    private record Claimed(
            UUID id,
            ExperimentRef ref,
            int attempts,
            @Nullable String command,
            @Nullable String commandId) {
        static Claimed of(Row row) throws SQLException {
            return new Claimed(
                    row.uuid("entry_id"),
                    ExperimentRow.ref(row),
                    row.integer("attempts"),
                    row.optionalText("command"),
                    row.optionalText("command_id"));
        }

        OutboxEntry entry() {
            if (command == null) {
                return new OutboxEntry.Start(id, ref, attempts);
            }
            try {
                return new OutboxEntry.Deliver(id, ref, attempts, Json.read(command, Command.class));
            } catch (FinalException e) {
                return new OutboxEntry.Unreadable(
                        id, ref, attempts, uuid(commandId), e.getMessage() + ": " + e.getCause());
            }
        }

        private static @Nullable UUID uuid(@Nullable String text) {
            try {
                return text == null ? null : UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }

    @Override
    public void delivered(OutboxEntry entry, String runId) {
        ExperimentRef ref = entry.ref();
        session.execute("marking the delivery to experiment " + ref.experiment(), sql -> {
            if (entry instanceof OutboxEntry.Unreadable dead) {
                sql.update(DEAD, "dead: " + dead.why(), ref.tenant().value(), entry.id());
            } else {
                sql.update(DELIVERED, ref.tenant().value(), entry.id());
            }
            if (entry instanceof OutboxEntry.Start) {
                sql.update(
                        STARTED, runId, ref.tenant().value(), ref.experiment().value());
            }
        });
    }

    @Override
    public void failed(OutboxEntry entry, String message, Instant retryAt) {
        ExperimentRef ref = entry.ref();
        session.execute(
                "putting back the delivery to experiment " + ref.experiment(),
                sql -> sql.update(FAILED, retryAt, message, ref.tenant().value(), entry.id(), entry.attempts() + 1));
    }
}
