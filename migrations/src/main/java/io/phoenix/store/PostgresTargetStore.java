package io.phoenix.store;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.target.Target;
import io.phoenix.domain.target.TargetChange;
import io.phoenix.domain.target.TargetGeneration;
import io.phoenix.domain.target.TargetKind;
import io.phoenix.domain.target.TargetStore;
import io.phoenix.domain.tenant.AuditEntry;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.TransientException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Targets, every generation of each, and who holds the lease. */
@Singleton
public final class PostgresTargetStore implements TargetStore {
    private static final String SELECT = """
            SELECT t.tenant_id, t.name, t.kind, t.task_queue, t.generation, g.template, g.parameters, g.hash
            FROM targets t
            JOIN target_generations g
              ON g.tenant_id = t.tenant_id AND g.target = t.name AND g.generation = t.generation
            WHERE t.tenant_id = ?""";

    private static final String HISTORY = """
            SELECT generation, template, parameters, hash, changed_by, reason, at FROM target_generations
            WHERE tenant_id = ? AND target = ? ORDER BY generation DESC""";

    private static final String INSERT = """
            INSERT INTO targets (tenant_id, name, kind, task_queue, generation) VALUES (?, ?, ?, ?, 1)
            ON CONFLICT (tenant_id, name) DO NOTHING""";

    private static final String ADD_GENERATION = """
            INSERT INTO target_generations (tenant_id, target, generation, template, parameters, hash, changed_by, reason)
            VALUES (?, ?, ?, ?, ?::json, ?, ?, ?)""";

    private static final String COMPARE_AND_SET = """
            UPDATE targets SET generation = generation + 1 WHERE tenant_id = ? AND name = ? AND generation = ?""";

    /** Changes and releases of one target follow one another, so that a lease that was seen lasts until the commit. */
    private static final String LOCK = "SELECT name FROM targets WHERE tenant_id = ? AND name = ? FOR NO KEY UPDATE";

    private static final String LEASE = """
            INSERT INTO leases (tenant_id, target, experiment_id) VALUES (?, ?, ?)
            ON CONFLICT (tenant_id, target) DO NOTHING""";

    private static final String RELEASE = "DELETE FROM leases WHERE tenant_id = ? AND target = ? AND experiment_id = ?";

    private static final String HOLDER = """
            SELECT e.tenant_id, e.id, e.name, e.number
            FROM leases l JOIN experiments e ON e.tenant_id = l.tenant_id AND e.id = l.experiment_id
            WHERE l.tenant_id = ? AND l.target = ?""";

    private final TenantSession session;

    public PostgresTargetStore(TenantSession session) {
        this.session = session;
    }

    @Override
    public List<Target> list(TenantId tenant) {
        return session.run(
                tenant,
                "listing targets",
                sql -> sql.list(SELECT + " ORDER BY t.name", PostgresTargetStore::target, tenant.value()));
    }

    @Override
    public Optional<Target> find(TenantId tenant, String name) {
        return session.run(tenant, "reading target " + name, sql -> find(sql, tenant, name));
    }

    @Override
    public List<TargetGeneration> history(TenantId tenant, String name) {
        return session.run(
                tenant,
                "reading the history of target " + name,
                sql -> sql.list(HISTORY, PostgresTargetStore::generation, tenant.value(), name));
    }

    @Override
    public Target create(Target target, RenderedPipeline active) {
        TenantId tenant = target.tenant();
        TargetChange change = new TargetChange(tenant, target.name(), 0, active, "platform", "created");
        return session.run(tenant, "creating target " + target.name(), sql -> {
            int created = sql.update(INSERT, tenant.value(), target.name(), target.kind(), target.taskQueue());
            if (created == 1) {
                addGeneration(sql, change);
            }
            return require(sql, tenant, target.name());
        });
    }

    @Override
    public Target reserve(ExperimentRef ref, String name) {
        return session.run(ref.tenant(), "reserving target " + name, sql -> {
            Target target = require(sql, ref.tenant(), name);
            sql.update(LEASE, ref.tenant().value(), name, ref.experiment().value());
            ExperimentRef holder = holder(sql, ref.tenant(), name)
                    .orElseThrow(() -> new TransientException(
                            ErrorCode.NOT_READY, "target " + name + " was released this very moment: try again"));
            if (!holder.experiment().equals(ref.experiment())) {
                throw new FinalException(
                        ErrorCode.TARGET_BUSY,
                        "target " + name + " is held by experiment " + holder.title() + " (" + holder.experiment()
                                + "): wait for it or abort it");
            }
            return target;
        });
    }

    @Override
    public void release(ExperimentRef ref, String name) {
        session.execute(ref.tenant(), "releasing target " + name, sql -> {
            lock(sql, ref.tenant(), name);
            sql.update(RELEASE, ref.tenant().value(), name, ref.experiment().value());
        });
    }

    @Override
    public Optional<ExperimentRef> holder(TenantId tenant, String name) {
        return session.run(tenant, "reading the lease of target " + name, sql -> holder(sql, tenant, name));
    }

    @Override
    public Target change(TargetChange change) {
        TenantId tenant = change.tenant();
        return session.run(tenant, "changing target " + change.target(), sql -> {
            lock(sql, tenant, change.target());
            Optional<ExperimentRef> holder = holder(sql, tenant, change.target());
            if (mayChange(change, holder)
                    && sql.update(COMPARE_AND_SET, tenant.value(), change.target(), change.fence()) == 1) {
                addGeneration(sql, change);
                if (!change.byExperiment()) {
                    PostgresAuditStore.append(sql, audit(change));
                }
                return require(sql, tenant, change.target());
            }
            return requireDoneAlready(sql, change, holder);
        });
    }

    private static void lock(Sql sql, TenantId tenant, String name) throws SQLException {
        sql.first(LOCK, row -> row.text("name"), tenant.value(), name);
    }

    /** An experiment changes what it holds, a person what nobody holds. */
    private static boolean mayChange(TargetChange change, Optional<ExperimentRef> holder) {
        return change.byExperiment()
                ? holder.filter(held -> held.experiment().toString().equals(change.changedBy()))
                        .isPresent()
                : holder.isEmpty();
    }

    private static AuditEntry audit(TargetChange change) {
        return new AuditEntry(
                change.tenant(),
                "target." + change.reason() + "/" + change.target() + "/" + (change.fence() + 1),
                Instant.now(),
                change.changedBy(),
                "target." + change.reason(),
                "target/" + change.target(),
                Map.of(
                        "generation", Long.toString(change.fence() + 1),
                        "hash", change.pipeline().hash().value()));
    }

    /** An author who asks again gets the answer of the first time, as long as nobody else came after. */
    private static Target requireDoneAlready(Sql sql, TargetChange change, Optional<ExperimentRef> holder)
            throws SQLException {
        Target target = require(sql, change.tenant(), change.target());
        TargetGeneration last = sql.first(
                        HISTORY,
                        PostgresTargetStore::generation,
                        change.tenant().value(),
                        change.target())
                .orElseThrow();
        boolean done = last.generation() == change.fence() + 1
                && last.changedBy().equals(change.changedBy())
                && last.reason().equals(change.reason())
                && last.hash().equals(change.pipeline().hash());
        if (!done) {
            throw refused(change, last, holder);
        }
        return target;
    }

    private static FinalException refused(TargetChange change, TargetGeneration last, Optional<ExperimentRef> holder) {
        if (last.generation() != change.fence()) {
            return new FinalException(
                    ErrorCode.SUPERSEDED,
                    "target " + change.target() + " is at generation " + last.generation() + ", expected "
                            + change.fence() + ": it was " + last.reason() + " by " + last.changedBy());
        }
        return holder.filter(held -> !change.byExperiment())
                .map(held -> new FinalException(
                        ErrorCode.TARGET_BUSY,
                        "target " + change.target() + " is held by experiment " + held.title()
                                + ": wait for its end or abort it"))
                .orElseGet(() -> new FinalException(
                        ErrorCode.SUPERSEDED,
                        "target " + change.target() + " is not held by experiment " + change.changedBy()
                                + " any more: it is not " + change.reason()));
    }

    private static void addGeneration(Sql sql, TargetChange change) throws SQLException {
        RenderedPipeline pipeline = change.pipeline();
        Pipelines.put(sql, change.tenant(), pipeline);
        sql.update(
                ADD_GENERATION,
                change.tenant().value(),
                change.target(),
                change.fence() + 1,
                pipeline.ref().template(),
                Json.write(pipeline.ref().parameters()),
                pipeline.hash().value(),
                change.changedBy(),
                change.reason());
    }

    private static Target require(Sql sql, TenantId tenant, String name) throws SQLException {
        return find(sql, tenant, name)
                .orElseThrow(() -> new FinalException(ErrorCode.NOT_FOUND, "target " + name + " does not exist"));
    }

    private static Optional<Target> find(Sql sql, TenantId tenant, String name) throws SQLException {
        return sql.first(SELECT + " AND t.name = ?", PostgresTargetStore::target, tenant.value(), name);
    }

    private static Optional<ExperimentRef> holder(Sql sql, TenantId tenant, String name) throws SQLException {
        return sql.first(HOLDER, ExperimentRow::ref, tenant.value(), name);
    }

    private static Target target(Row row) throws SQLException {
        return new Target(
                new TenantId(row.uuid("tenant_id")),
                row.text("name"),
                row.constant("kind", TargetKind.class),
                row.text("task_queue"),
                Pipelines.ref(row),
                Pipelines.hash(row),
                row.bigint("generation"));
    }

    private static TargetGeneration generation(Row row) throws SQLException {
        return new TargetGeneration(
                row.bigint("generation"),
                Pipelines.ref(row),
                Pipelines.hash(row),
                row.text("changed_by"),
                row.text("reason"),
                row.instant("at"));
    }
}
