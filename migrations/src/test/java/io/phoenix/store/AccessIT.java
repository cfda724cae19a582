package io.phoenix.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.phoenix.domain.tenant.AuditEntry;
import io.phoenix.domain.tenant.Principal;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final PostgresApiKeyStore KEYS = new PostgresApiKeyStore(DATABASE.tenantSession());
    private static final PostgresAuditStore AUDIT = new PostgresAuditStore(DATABASE.tenantSession());
    private static final TenantId OTHER = new TenantId(TestDatabase.OTHER_TENANT);
    private static final String SECRET = "0123456789abcdefghijKLMN_-";

    @Test
    void aKeyTellsWhoAsks() {
        KEYS.put(TenantId.DEFAULT, "phx_owner_" + SECRET, "owner@example.org", "owner");

        assertThat(KEYS.authenticate("phx_owner_" + SECRET))
                .contains(new Principal(TenantId.DEFAULT, "owner@example.org", "owner"));
        assertThat(KEYS.authenticate("phx_owner_" + SECRET + "x")).isEmpty();
        assertThat(KEYS.authenticate("phx_unknown_" + SECRET)).isEmpty();
        assertThat(KEYS.authenticate("not a key")).isEmpty();
        assertThat(DATABASE.query("SELECT last_used_at IS NOT NULL FROM api_keys WHERE id = 'owner'"))
                .containsExactly("t");
        assertThat(DATABASE.query("SELECT * FROM api_keys WHERE id = 'owner'").toString())
                .doesNotContain(SECRET);
    }

    @Test
    void theSameIdAgainReplacesTheKey() {
        KEYS.put(TenantId.DEFAULT, "phx_rotated_" + SECRET, "bob", "owner");
        KEYS.put(TenantId.DEFAULT, "phx_rotated_" + SECRET + "2", "bob", "viewer");

        assertThat(KEYS.authenticate("phx_rotated_" + SECRET)).isEmpty();
        assertThat(KEYS.authenticate("phx_rotated_" + SECRET + "2")
                        .orElseThrow()
                        .role())
                .isEqualTo("viewer");
    }

    @Test
    void twoTenantsMayChooseOneId() {
        KEYS.put(TenantId.DEFAULT, "phx_shared_" + SECRET + "a", "alice", "owner");
        KEYS.put(OTHER, "phx_shared_" + SECRET + "b", "bob", "owner");

        assertThat(KEYS.authenticate("phx_shared_" + SECRET + "a").orElseThrow().tenant())
                .isEqualTo(TenantId.DEFAULT);
        assertThat(KEYS.authenticate("phx_shared_" + SECRET + "b").orElseThrow().tenant())
                .isEqualTo(OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"revoked_at = now()", "expires_at = now() - interval '1 second'"})
    void aRevokedOrExpiredKeyIsUnknown(String change) {
        KEYS.put(TenantId.DEFAULT, "phx_gone_" + SECRET, "eve", "owner");
        DATABASE.execute("UPDATE api_keys SET " + change + " WHERE id = 'gone'");

        assertThat(KEYS.authenticate("phx_gone_" + SECRET)).isEmpty();
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatExceptionOfType(FinalException.class)
                .isThrownBy(() -> KEYS.put(TenantId.DEFAULT, "phx_weak_hunter2", "bob", "owner"))
                .withMessageNotContaining("hunter2")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    @Test
    void anAuditEntryIsAppendedOncePerId() {
        AuditEntry entry = entry("once");

        AUDIT.append(entry);
        AUDIT.append(entry);

        assertThat(DATABASE.query("SELECT actor, details ->> 'to' FROM audit_log WHERE id = 'once'"))
                .containsExactly("alice|42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit_log SET actor = 'eve'", "DELETE FROM audit_log", "TRUNCATE audit_log"})
    void theAuditLogIsAppendOnlyEvenForTheOwnerAndTheSuperuser(String sql) throws SQLException {
        AUDIT.append(entry("kept"));

        for (DatabaseRole role : DatabaseRole.values()) {
            try (Connection connection = DATABASE.dataSource(role).getConnection();
                    Statement statement = connection.createStatement()) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> statement.execute(sql))
                        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            }
        }
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> DATABASE.execute(sql));
        assertThat(DATABASE.query("SELECT actor FROM audit_log WHERE id = 'kept'"))
                .containsExactly("alice");
    }

    private static AuditEntry entry(String id) {
        return new AuditEntry(
                TenantId.DEFAULT, id, Fixtures.NOW, "alice", "target.rollback", "target/demo", Map.of("to", "42"));
    }
}
