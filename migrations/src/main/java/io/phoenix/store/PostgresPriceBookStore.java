package io.phoenix.store;

import io.phoenix.domain.cost.PriceBookStore;
import io.phoenix.domain.tenant.AuditEntry;
import io.phoenix.domain.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tenant's own price book entries: rows are added and never changed, the latest version is in force. */
@Singleton
public final class PostgresPriceBookStore implements PriceBookStore {
    private static final String LATEST = """
            SELECT DISTINCT ON (id) id, version, document, changed_by, changed_at FROM price_books
            WHERE tenant_id = ? ORDER BY id, version DESC""";
    private static final String LIST = "SELECT * FROM (" + LATEST + ") latest WHERE document IS NOT NULL ORDER BY id";
    private static final String FIND = "SELECT * FROM (" + LATEST + ") latest WHERE document IS NOT NULL AND id = ?";
    private static final String LAST = """
            SELECT version, document FROM price_books WHERE tenant_id = ? AND id = ? ORDER BY version DESC LIMIT 1""";
    private static final String ADD = """
            INSERT INTO price_books (tenant_id, id, version, document, changed_by) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, id, version) DO NOTHING""";

    private final TenantSession session;

    public PostgresPriceBookStore(TenantSession session) {
        this.session = session;
    }

    @Override
    public List<Own> list(TenantId tenant) {
        return session.run(
                tenant, "listing price books", sql -> sql.list(LIST, PostgresPriceBookStore::own, tenant.value()));
    }

    @Override
    public Optional<Own> find(TenantId tenant, String id) {
        return session.run(tenant, "reading price book " + id, sql -> find(sql, tenant, id));
    }

    @Override
    public Optional<Own> save(TenantId tenant, Draft draft, @Nullable Long expected) {
        return session.run(tenant, "storing price book " + draft.id(), sql -> {
            Last last = last(sql, tenant, draft.id());
            boolean seen = expected == null ? !last.inForce() : last.inForce() && last.version() == expected;
            return seen && add(sql, tenant, draft.id(), last.version() + 1, draft.document(), draft.actor())
                    ? find(sql, tenant, draft.id())
                    : Optional.empty();
        });
    }

    @Override
    public boolean remove(TenantId tenant, String id, long expected, String actor) {
        return session.run(tenant, "removing price book " + id, sql -> {
            Last last = last(sql, tenant, id);
            return last.inForce()
                    && last.version() == expected
                    && add(sql, tenant, id, last.version() + 1, null, actor);
        });
    }

    /** Two writers of one version end here: the primary key lets one of them through. */
    private static boolean add(
            Sql sql, TenantId tenant, String id, long version, @Nullable String document, String actor)
            throws SQLException {
        if (sql.update(ADD, tenant.value(), id, version, document, actor) == 0) {
            return false;
        }
        String action = document == null ? "price_book.remove" : "price_book.save";
        PostgresAuditStore.append(
                sql,
                new AuditEntry(
                        tenant,
                        action + "/" + id + "/" + version,
                        Instant.now(),
                        actor,
                        action,
                        "price_book/" + id,
                        Map.of("version", Long.toString(version))));
        return true;
    }

    private static Optional<Own> find(Sql sql, TenantId tenant, String id) throws SQLException {
        return sql.first(FIND, PostgresPriceBookStore::own, tenant.value(), id);
    }

    private static Last last(Sql sql, TenantId tenant, String id) throws SQLException {
        return sql.first(
                        LAST,
                        row -> new Last(row.bigint("version"), row.optionalText("document") != null),
                        tenant.value(),
                        id)
                .orElse(new Last(0, false));
    }

    private static Own own(Row row) throws SQLException {
        return new Own(
                row.text("id"),
                row.text("document"),
                row.bigint("version"),
                row.text("changed_by"),
                row.instant("changed_at"));
    }

    private record Last(long version, boolean inForce) {}
}
