package io.phoenix.store;

import io.phoenix.domain.tenant.ApiKeyStore;
import io.phoenix.domain.tenant.Principal;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys by their hash; looked up by a function of the database, because the tenant is not known before. */
@Singleton
public final class PostgresApiKeyStore implements ApiKeyStore {
    /** Fine enough to find keys that nobody uses, rare enough to keep reads from writing. */
    private static final Duration LAST_USED_STEP = Duration.ofMinutes(1);

    private static final String FIND = "SELECT tenant_id, hash, subject, role, last_used_at FROM find_api_keys(?)";
    private static final String USED = "UPDATE api_keys SET last_used_at = ? WHERE tenant_id = ? AND id = ?";
    private static final String PUT = """
            INSERT INTO api_keys (tenant_id, id, hash, subject, role) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, id) DO UPDATE
            SET hash = excluded.hash, subject = excluded.subject, role = excluded.role, revoked_at = NULL,
                expires_at = NULL""";

    private final TenantSession session;

    public PostgresApiKeyStore(TenantSession session) {
        this.session = session;
    }

    private record Found(
            Principal principal, byte[] hash, @Nullable Instant lastUsed) {}

    @Override
    public Optional<Principal> authenticate(String key) {
        Optional<ApiKey> parsed = ApiKey.parse(key);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        ApiKey apiKey = parsed.get();
        Optional<Found> found = session
                .runWithoutTenant(
                        "looking up API key " + apiKey.id(),
                        sql -> sql.list(FIND, PostgresApiKeyStore::found, apiKey.id()))
                .stream()
                .filter(row -> apiKey.hashes(row.hash()))
                .findFirst();
        found.ifPresent(row -> noteUse(apiKey, row));
        return found.map(Found::principal);
    }

    @Override
    public void put(TenantId tenant, String key, String subject, String role) {
        ApiKey apiKey = ApiKey.parse(key)
                .orElseThrow(() -> new FinalException(
                        ErrorCode.INVALID_REQUEST,
                        "the key is not phx_<id>_<secret> with a secret of at least 20 letters, digits, _ or -"));
        session.execute(
                tenant,
                "storing API key " + apiKey.id(),
                sql -> sql.update(PUT, tenant.value(), apiKey.id(), apiKey.hash(), subject, role));
    }

    private void noteUse(ApiKey key, Found row) {
        Instant now = Instant.now();
        if (row.lastUsed() == null || row.lastUsed().plus(LAST_USED_STEP).isBefore(now)) {
            TenantId tenant = row.principal().tenant();
            session.execute(
                    tenant,
                    "noting the use of API key " + key.id(),
                    sql -> sql.update(USED, now, tenant.value(), key.id()));
        }
    }

    private static Found found(Row row) throws SQLException {
        Principal principal = new Principal(new TenantId(row.uuid("tenant_id")), row.text("subject"), row.text("role"));
        return new Found(principal, row.bytes("hash"), row.optionalInstant("last_used_at"));
    }
}
