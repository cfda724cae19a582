package io.phoenix.store;

import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentEvent;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentPage;
import io.phoenix.domain.experiment.ExperimentQuery;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.Projection;
import io.phoenix.domain.experiment.Submission;
import io.phoenix.domain.experiment.Submitted;
import io.phoenix.domain.tenant.AuditEntry;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Experiments, their projection and their history. */
@Singleton
public final class PostgresExperimentStore implements ExperimentStore {
    private static final String BY_ID = ExperimentRow.SELECT + " WHERE tenant_id = ? AND id = ?";
    private static final String BY_NUMBER = ExperimentRow.SELECT + " WHERE tenant_id = ? AND name = ? AND number = ?";
    private static final String LATEST =
            ExperimentRow.SELECT + " WHERE tenant_id = ? AND name = ? ORDER BY number DESC LIMIT 1";

    private static final String PROJECT = """
            UPDATE experiments
            SET phase = ?, paused = ?, progress = ?, verdict = ?, outcome = ?, outcome_reason = ?, cleanup = ?,
                error_code = ?, message = ?, sequence = ?, run_id = COALESCE(?, run_id), updated_at = ?, ended_at = ?
            WHERE tenant_id = ? AND id = ? AND sequence < ?""";

    private static final String EXISTS = "SELECT id FROM experiments WHERE tenant_id = ? AND id = ?";
    private static final String LOCK = """
            SELECT tenant_id, id, name, number, phase FROM experiments WHERE tenant_id = ? AND id = ? FOR UPDATE""";
    private static final String HELD = "SELECT target FROM leases WHERE tenant_id = ? AND experiment_id = ?";
    private static final String DELETE = "DELETE FROM experiments WHERE tenant_id = ? AND id = ?";

    private final TenantSession session;
    private final SpecJson specs;

    public PostgresExperimentStore(TenantSession session, SpecJson specs) {
        this.session = session;
        this.specs = specs;
    }

    @Override
    public Submitted submit(Submission submission) {
        return session.run(
                submission.tenant(),
                "submitting experiment " + submission.spec().name(),
                sql -> submit(sql, submission));
    }

    private Submitted submit(Sql sql, Submission submission) throws SQLException {
        SubmissionWriter writer = new SubmissionWriter(sql, submission);
        ExperimentId fresh = new ExperimentId(TimeOrderedId.at(submission.at()));
        Optional<ExperimentId> earlier = writer.claimKey(fresh);
        if (earlier.isEmpty()) {
            writer.write(fresh, specs.write(submission.spec()));
        }
        Experiment stored =
                find(sql, submission.tenant(), earlier.orElse(fresh)).orElseThrow();
        return new Submitted(stored, earlier.isPresent());
    }

    @Override
    public Optional<Experiment> find(TenantId tenant, ExperimentId experiment) {
        return session.run(tenant, "reading experiment " + experiment, sql -> find(sql, tenant, experiment));
    }

    @Override
    public Optional<Experiment> findByName(TenantId tenant, String name, @Nullable Integer number) {
        return session.run(
                tenant,
                "reading experiment " + name,
                sql -> number == null
                        ? sql.first(LATEST, this::read, tenant.value(), name)
                        : sql.first(BY_NUMBER, this::read, tenant.value(), name, number));
    }

    @Override
    public ExperimentPage list(TenantId tenant, ExperimentQuery query) {
        ExperimentListing listing = ExperimentListing.of(tenant, query);
        List<Experiment> found = session.run(
                tenant,
                "listing experiments",
                sql -> sql.list(listing.sql(), this::read, listing.arguments().toArray()));
        if (found.size() <= query.limit()) {
            return new ExperimentPage(found, null);
        }
        List<Experiment> page = found.subList(0, query.limit());
        return new ExperimentPage(page, ExperimentCursor.after(page.getLast()).encode());
    }

    @Override
    public List<ExperimentEvent> events(TenantId tenant, ExperimentId experiment) {
        return session.run(
                tenant,
                "reading events of experiment " + experiment,
                sql -> ExperimentEvents.list(sql, tenant, experiment));
    }

    @Override
    public boolean project(Projection projection) {
        ExperimentRef ref = projection.ref();
        return session.run(ref.tenant(), "projecting experiment " + ref.experiment(), sql -> {
            boolean written = writeHead(sql, projection);
            if (!written) {
                requireExists(sql, ref);
            }
            ExperimentHead head = projection.head();
            ExperimentEvents.append(
                    sql,
                    ref,
                    new ExperimentEvent(
                            projection.sequence(), projection.type(), head.phase(), head.message(), projection.at()));
            return written;
        });
    }

    @Override
    public boolean delete(TenantId tenant, ExperimentId experiment, String actor) {
        return session.run(tenant, "deleting experiment " + experiment, sql -> {
            Optional<Deletable> found = sql.first(
                    LOCK,
                    row -> new Deletable(ExperimentRow.ref(row), row.constant("phase", Phase.class)),
                    tenant.value(),
                    experiment.value());
            if (found.isEmpty()) {
                return false;
            }
            delete(sql, found.get(), actor);
            return true;
        });
    }

    private record Deletable(ExperimentRef ref, Phase phase) {}

    private static void delete(Sql sql, Deletable found, String actor) throws SQLException {
        ExperimentRef ref = found.ref();
        if (!found.phase().terminal()) {
            throw new FinalException(
                    ErrorCode.CONFLICT,
                    "experiment " + ref.title() + " is " + found.phase() + ": abort it before deleting it");
        }
        Optional<String> held = sql.first(
                HELD,
                row -> row.text("target"),
                ref.tenant().value(),
                ref.experiment().value());
        if (held.isPresent()) {
            throw new FinalException(
                    ErrorCode.CONFLICT,
                    "experiment " + ref.title() + " still holds target " + held.get()
                            + ": wait until its cleanup is done");
        }
        sql.update(DELETE, ref.tenant().value(), ref.experiment().value());
        PostgresAuditStore.append(
                sql,
                new AuditEntry(
                        ref.tenant(),
                        "experiment.delete/" + ref.experiment(),
                        Instant.now(),
                        actor,
                        "experiment.delete",
                        "experiment/" + ref.experiment(),
                        Map.of("title", ref.title())));
    }

    private static boolean writeHead(Sql sql, Projection projection) throws SQLException {
        ExperimentHead head = projection.head();
        ExperimentRef ref = projection.ref();
        int rows = sql.update(
                PROJECT,
                head.phase(),
                head.paused(),
                head.progress(),
                head.verdict(),
                head.outcome(),
                head.outcomeReason(),
                head.cleanup(),
                head.errorCode(),
                head.message(),
                projection.sequence(),
                projection.runId(),
                projection.at(),
                head.phase().terminal() ? projection.at() : null,
                ref.tenant().value(),
                ref.experiment().value(),
                projection.sequence());
        return rows == 1;
    }

    private static void requireExists(Sql sql, ExperimentRef ref) throws SQLException {
        boolean exists = sql.first(
                        EXISTS,
                        row -> row.uuid("id"),
                        ref.tenant().value(),
                        ref.experiment().value())
                .isPresent();
        if (!exists) {
            throw new FinalException(ErrorCode.NOT_FOUND, "experiment " + ref.experiment() + " does not exist");
        }
    }

    private Optional<Experiment> find(Sql sql, TenantId tenant, ExperimentId experiment) throws SQLException {
        return sql.first(BY_ID, this::read, tenant.value(), experiment.value());
    }

    private Experiment read(Row row) throws SQLException {
        return ExperimentRow.read(row, specs);
    }
}
