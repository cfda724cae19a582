package io.phoenix.store;

import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandDecision;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.CommandStore;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.StoredCommand;
import io.phoenix.domain.tenant.AuditEntry;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Commands with the audit row and the outbox entry of each. */
@Singleton
public final class PostgresCommandStore implements CommandStore {
    /** Two submissions of one command, or an abort and the relay, take turns on the experiment. */
    private static final String LOCK = "SELECT id FROM experiments WHERE tenant_id = ? AND id = ? FOR NO KEY UPDATE";

    private static final String INSERT = """
            INSERT INTO experiment_commands (tenant_id, experiment_id, id, command) VALUES (?, ?, ?, ?::json)
            ON CONFLICT (tenant_id, experiment_id, id) DO NOTHING""";

    private static final String FIND = """
            SELECT command, accepted, decision_code, decision_message, created_at FROM experiment_commands
            WHERE tenant_id = ? AND experiment_id = ? AND id = ?""";

    private static final String INSERT_DELIVERY = """
            INSERT INTO outbox (tenant_id, id, experiment_id, kind, command, due_at)
            VALUES (?, ?, ?, 'DELIVER', ?::json, ?)""";

    private static final String DECIDE = """
            UPDATE experiment_commands
            SET accepted = ?, decision_code = ?, decision_message = ?, decided_at = clock_timestamp()
            WHERE tenant_id = ? AND experiment_id = ? AND id = ? AND accepted IS NULL""";

    private final TenantSession session;

    public PostgresCommandStore(TenantSession session) {
        this.session = session;
    }

    @Override
    public StoredCommand submit(TenantId tenant, ExperimentId experiment, Command command) {
        String request = "storing " + command.kind().lowerCaseName() + " of experiment " + experiment;
        return session.run(tenant, request, sql -> {
            requireExperiment(sql, tenant, experiment);
            int inserted = sql.update(INSERT, tenant.value(), experiment.value(), command.id(), Json.write(command));
            if (inserted == 1) {
                record(sql, tenant, experiment, command);
            }
            StoredCommand stored = find(sql, tenant, experiment, command.id()).orElseThrow();
            return requireSame(stored, command);
        });
    }

    @Override
    public Optional<StoredCommand> find(TenantId tenant, ExperimentId experiment, UUID command) {
        return session.run(tenant, "reading command " + command, sql -> find(sql, tenant, experiment, command));
    }

    @Override
    public void decide(TenantId tenant, ExperimentId experiment, UUID command, CommandDecision decision) {
        session.execute(tenant, "deciding command " + command, sql -> {
            decide(sql, tenant, experiment, command, decision);
        });
    }

    private static void record(Sql sql, TenantId tenant, ExperimentId experiment, Command command) throws SQLException {
        Instant now = Instant.now();
        PostgresAuditStore.append(sql, audit(tenant, experiment, command, now));
        if (command.kind() == CommandKind.ABORT
                && UnstartedExperiment.cancel(sql, tenant, experiment, command.actor(), now)) {
            decide(
                    sql,
                    tenant,
                    experiment,
                    command.id(),
                    CommandDecision.accepted("cancelled before its workflow was started"));
            return;
        }
        sql.update(
                INSERT_DELIVERY, tenant.value(), TimeOrderedId.at(now), experiment.value(), Json.write(command), now);
    }

    private static void decide(
            Sql sql, TenantId tenant, ExperimentId experiment, UUID command, CommandDecision decision)
            throws SQLException {
        sql.update(
                DECIDE,
                decision.accepted(),
                decision.code(),
                decision.message(),
                tenant.value(),
                experiment.value(),
                command);
    }

    private static void requireExperiment(Sql sql, TenantId tenant, ExperimentId experiment) throws SQLException {
        if (sql.first(LOCK, row -> row.uuid("id"), tenant.value(), experiment.value())
                .isEmpty()) {
            throw new FinalException(ErrorCode.NOT_FOUND, "experiment " + experiment + " does not exist");
        }
    }

    private static StoredCommand requireSame(StoredCommand stored, Command command) {
        if (!stored.command().equals(command)) {
            throw new FinalException(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "command " + command.id() + " was used for another request: take a new id");
        }
        return stored;
    }

    private static Optional<StoredCommand> find(Sql sql, TenantId tenant, ExperimentId experiment, UUID command)
            throws SQLException {
        return sql.first(FIND, PostgresCommandStore::stored, tenant.value(), experiment.value(), command);
    }

    private static StoredCommand stored(Row row) throws SQLException {
        Boolean accepted = row.optionalBool("accepted");
        CommandDecision decision = accepted == null
                ? null
                : new CommandDecision(accepted, row.optionalText("decision_code"), row.text("decision_message"));
        return new StoredCommand(command(row), decision, row.instant("created_at"));
    }

    private static Command command(Row row) throws SQLException {
        try {
            return Json.read(row.text("command"), Command.class);
        } catch (FinalException e) {
            throw new FinalException(
                    ErrorCode.UNREADABLE,
                    "the command was stored by another version of Phoenix and cannot be read by this one: send it again,"
                            + " with another Idempotency-Key",
                    e);
        }
    }

    private static AuditEntry audit(TenantId tenant, ExperimentId experiment, Command command, Instant at) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("command", command.id().toString());
        if (command.reason() != null) {
            details.put("reason", command.reason());
        }
        if (command.duration() != null) {
            details.put("duration", command.duration().toString());
        }
        String action = "experiment." + command.kind().lowerCaseName();
        return new AuditEntry(
                tenant,
                action + "/" + experiment + "/" + command.id(),
                at,
                command.actor(),
                action,
                "experiment/" + experiment,
                details);
    }
}
