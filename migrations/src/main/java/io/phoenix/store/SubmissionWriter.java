package io.phoenix.store;

import io.phoenix.domain.experiment.ExperimentEvent;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Submission;
import io.phoenix.domain.tenant.AuditEntry;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of a submission: idempotency record, experiment, first event, audit row and outbox entry. */
final class SubmissionWriter {
    private static final Duration KEY_KEPT = Duration.ofHours(24);

    /** Waits for a concurrent submission with the same key; takes over a record whose time is up. */
    private static final String CLAIM_KEY = """
            INSERT INTO idempotency_records AS r (tenant_id, subject, key, body_digest, experiment_id, expires_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, subject, key) DO UPDATE
            SET body_digest = excluded.body_digest, experiment_id = excluded.experiment_id,
                expires_at = excluded.expires_at
            WHERE r.expires_at <= ?""";

    private static final String FIND_KEY = """
            SELECT body_digest, experiment_id FROM idempotency_records
            WHERE tenant_id = ? AND subject = ? AND key = ?""";

    private static final String FORGET_KEYS = """
            DELETE FROM idempotency_records WHERE ctid IN (
                SELECT ctid FROM idempotency_records WHERE tenant_id = ? AND expires_at <= ?
                LIMIT 100 FOR UPDATE SKIP LOCKED)""";

    private static final String NEXT_NUMBER = """
            INSERT INTO experiment_names AS n (tenant_id, name, last_number) VALUES (?, ?, 1)
            ON CONFLICT (tenant_id, name) DO UPDATE SET last_number = n.last_number + 1
            RETURNING last_number""";

    private static final String INSERT = """
            INSERT INTO experiments (tenant_id, id, name, number, spec, labels, time_scale, started_by, phase, paused,
                                     progress, message, sequence, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?::json, ?::jsonb, ?, ?, ?, ?, ?, ?, 0, ?, ?)""";

    private static final String INSERT_START = """
            INSERT INTO outbox (tenant_id, id, experiment_id, kind, due_at) VALUES (?, ?, ?, 'START', ?)""";

    private final Sql sql;
    private final Submission submission;

    SubmissionWriter(Sql sql, Submission submission) {
        this.sql = sql;
        this.submission = submission;
    }

    /** The experiment that this key has made before, or empty when the key is now that of {@code fresh}. */
    Optional<ExperimentId> claimKey(ExperimentId fresh) throws SQLException {
        sql.update(FORGET_KEYS, tenant(), submission.at());
        int claimed = sql.update(
                CLAIM_KEY,
                tenant(),
                submission.subject(),
                submission.idempotencyKey(),
                submission.bodyDigest(),
                fresh.value(),
                submission.at().plus(KEY_KEPT),
                submission.at());
        return claimed == 1 ? Optional.empty() : Optional.of(earlier());
    }

    ExperimentRef write(ExperimentId id, String spec) throws SQLException {
        int number = sql.first(NEXT_NUMBER, row -> row.integer("last_number"), tenant(), name())
                .orElseThrow();
        ExperimentRef ref = new ExperimentRef(submission.tenant(), id, name(), number);
        insert(ref, spec);
        ExperimentHead head = ExperimentHead.pending();
        ExperimentEvents.append(
                sql, ref, new ExperimentEvent(0, "submitted", head.phase(), head.message(), submission.at()));
        PostgresAuditStore.append(sql, audit(ref));
        sql.update(INSERT_START, tenant(), TimeOrderedId.at(submission.at()), id.value(), submission.at());
        return ref;
    }

    private ExperimentId earlier() throws SQLException {
        record Earlier(String digest, ExperimentId experiment) {}
        Earlier earlier = sql.first(
                        FIND_KEY,
                        row -> new Earlier(row.text("body_digest"), new ExperimentId(row.uuid("experiment_id"))),
                        tenant(),
                        submission.subject(),
                        submission.idempotencyKey())
                .orElseThrow(() -> new FinalException(
                        ErrorCode.CONFLICT,
                        "idempotency key " + submission.idempotencyKey() + " was removed meanwhile: send it again"));
        if (!earlier.digest().equals(submission.bodyDigest())) {
            throw new FinalException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "idempotency key " + submission.idempotencyKey() + " was used for another body: take a new key");
        }
        return earlier.experiment();
    }

    private void insert(ExperimentRef ref, String spec) throws SQLException {
        ExperimentHead head = ExperimentHead.pending();
        sql.update(
                INSERT,
                tenant(),
                ref.experiment().value(),
                ref.name(),
                ref.number(),
                spec,
                Json.write(submission.spec().labels()),
                submission.timeScale(),
                submission.subject(),
                head.phase(),
                head.paused(),
                head.progress(),
                head.message(),
                submission.at(),
                submission.at());
    }

    private AuditEntry audit(ExperimentRef ref) {
        return new AuditEntry(
                submission.tenant(),
                "experiment.create/" + ref.experiment(),
                submission.at(),
                submission.subject(),
                "experiment.create",
                "experiment/" + ref.experiment(),
                Map.of("title", ref.title(), "bodyDigest", submission.bodyDigest()));
    }

    private UUID tenant() {
        return submission.tenant().value();
    }

    private String name() {
        return submission.spec().name();
    }
}
