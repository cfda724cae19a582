package io.phoenix.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowLevelSecurityIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Fixtures FIXTURES = new Fixtures(DATABASE);
    private static final TenantId OTHER = new TenantId(TestDatabase.OTHER_TENANT);

    @Test
    void everyTableButTheSchemaHistoryHasATenantAndForcesItsPolicies() {
        assertThat(DATABASE.query("""
                SELECT c.relname FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'schema_history'
                  AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
                      SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'tenant_id' AND attnotnull))""")).isEmpty();
        assertThat(tenantTables()).hasSizeGreaterThan(15);
    }

    @Test
    void everyUniqueIndexAndForeignKeyCarriesTheTenant() {
        assertThat(DATABASE.query("""
                SELECT indexrelid::regclass FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
                WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> 'schema_history' AND i.indisunique
                  AND NOT EXISTS (SELECT FROM pg_attribute a
                                  WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnum = ANY (i.indkey))""")).isEmpty();
        assertThat(DATABASE.query("""
                SELECT conname FROM pg_constraint k
                WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
                  AND NOT EXISTS (SELECT FROM pg_attribute a
                                  WHERE a.attrelid = k.conrelid AND a.attname = 'tenant_id' AND a.attnum = ANY (k.conkey))""")).isEmpty();
    }

    @Test
    void noRoleOfPhoenixPassesTheRulesBy() {
        assertThat(DATABASE.query("""
                SELECT rolname FROM pg_roles
                WHERE rolname LIKE 'phoenix%' AND NOT rolsuper AND NOT rolbypassrls AND NOT rolcreaterole
                  AND NOT rolcreatedb AND NOT rolreplication ORDER BY rolname""")).containsExactly("phoenix_app", "phoenix_owner", "phoenix_system");
        assertThat(DATABASE.query("""
                SELECT tableowner FROM pg_tables WHERE schemaname = 'public' AND tableowner <> 'phoenix_owner'""")).isEmpty();
        assertThat(DATABASE.query(
                        "SELECT roleid::regrole FROM pg_auth_members WHERE member::regrole::text LIKE 'phoenix%'"))
                .isEmpty();
    }

    @Test
    void theServingRolesCanNeitherTruncateNorReferenceNorPutTriggers() {
        assertThat(DATABASE.query("""
                SELECT table_name, grantee, privilege_type FROM information_schema.role_table_grants
                WHERE grantee IN ('phoenix_app', 'phoenix_system', 'PUBLIC') AND table_schema = 'public'
                  AND privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')""")).isEmpty();
        assertThat(DATABASE.query("""
                SELECT role FROM unnest(ARRAY['phoenix_app', 'phoenix_system']) role
                WHERE has_schema_privilege(role, 'public', 'CREATE') OR has_database_privilege(role, current_database(), 'TEMP')""")).isEmpty();
    }

    @Test
    void theSystemRoleSeesOutboxLeasesAndHeadsOnly() {
        assertThat(DATABASE.query("""
                SELECT table_name FROM information_schema.role_table_grants
                WHERE grantee = 'phoenix_system' AND table_schema = 'public' GROUP BY table_name ORDER BY table_name""")).containsExactly("leases", "outbox", "schema_history");
        assertThat(DATABASE.query("""
                SELECT column_name FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name = 'experiments'
                  AND NOT has_column_privilege('phoenix_system', 'experiments', column_name, 'SELECT')
                ORDER BY column_name""")).containsExactly("labels", "spec", "started_by", "time_scale");
        assertThat(DATABASE.query(
                        "SELECT DISTINCT tablename FROM pg_policies WHERE 'phoenix_system' = ANY (roles) ORDER BY 1"))
                .containsExactly("experiments", "leases", "outbox");
    }

    @ParameterizedTest
    @ValueSource(strings = {"phoenix_app", "phoenix_owner"})
    void noTenantMeansNoRows(String role) throws SQLException {
        FIXTURES.experiment("seen-by-nobody");

        try (Connection connection = DATABASE.dataSource(roleNamed(role)).getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tenantTables()) {
                if (!readable(role, table)) {
                    continue;
                }
                assertThat(count(statement, table)).as(table).isZero();
                // After a transaction that had a tenant the setting is an empty text, not null.
                connection.setAutoCommit(false);
                statement.execute("SELECT set_config('app.tenant_id', '" + TenantId.DEFAULT + "', true)");
                connection.commit();
                connection.setAutoCommit(true);
                assertThat(count(statement, table)).as(table).isZero();
            }
        }
    }

    @Test
    void anotherTenantSeesNothingAndItsNamesAreFree() {
        ExperimentRef mine = FIXTURES.experiment("same-name");
        ExperimentRef theirs = FIXTURES.experiment(OTHER, "same-name", "key-of-other");

        assertThat(theirs.number()).isEqualTo(mine.number()).isEqualTo(1);
        assertThat(FIXTURES.experiments().find(OTHER, mine.experiment())).isEmpty();
        assertThat(FIXTURES.experiments().events(OTHER, mine.experiment())).isEmpty();
        assertThat(FIXTURES.experiments().delete(OTHER, mine.experiment(), "mallory"))
                .isFalse();
        assertThat(FIXTURES.experiments()
                        .findByName(OTHER, "same-name", null)
                        .orElseThrow()
                        .ref())
                .isEqualTo(theirs);
    }

    @Test
    void aRowOfAnotherTenantCannotBeWritten() {
        TenantSession session = DATABASE.tenantSession();

        assertThatExceptionOfType(FinalException.class)
                .isThrownBy(() -> session.execute(
                        TenantId.DEFAULT,
                        "forging",
                        sql -> sql.update(
                                "INSERT INTO experiment_names (tenant_id, name, last_number) VALUES (?, 'forged', 1)",
                                OTHER.value())))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DENIED));
    }

    private static List<String> tenantTables() {
        return DATABASE.query("""
                SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'tenant_id'
                ORDER BY 1""");
    }

    /** The owner reads API keys without a tenant: that is how a key is looked up. */
    private static boolean readable(String role, String table) {
        return !(role.equals("phoenix_owner") && table.equals("api_keys"));
    }

    private static DatabaseRole roleNamed(String name) {
        return List.of(DatabaseRole.values()).stream()
                .filter(role -> role.roleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet results = statement.executeQuery("SELECT count(*) FROM " + table)) {
            results.next();
            return results.getLong(1);
        }
    }
}
