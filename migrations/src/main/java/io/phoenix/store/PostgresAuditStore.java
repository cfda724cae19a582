package io.phoenix.store;

import io.phoenix.domain.tenant.AuditEntry;
import io.phoenix.domain.tenant.AuditStore;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** The audit log; the database itself refuses to change or remove a row. */
@Singleton
public final class PostgresAuditStore implements AuditStore {
    private static final String INSERT = """
            INSERT INTO audit_log (tenant_id, id, at, actor, action, resource, details)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
            ON CONFLICT (tenant_id, id) DO NOTHING""";

    private final TenantSession session;

    public PostgresAuditStore(TenantSession session) {
        this.session = session;
    }

    @Override
    public void append(AuditEntry entry) {
        session.execute(entry.tenant(), "auditing " + entry.action(), sql -> {
            append(sql, entry);
        });
    }

    /** The row of an act that is stored in the same transaction. */
    static void append(Sql sql, AuditEntry entry) throws SQLException {
        sql.update(
                INSERT,
                entry.tenant().value(),
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.resource(),
                Json.write(entry.details()));
    }
}
