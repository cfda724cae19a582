package io.phoenix.store;

import io.phoenix.store.migration.DatabaseSetup;
import io.phoenix.store.migration.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own on the one PostgreSQL server that all integration tests of a JVM share. */
public final class TestDatabase {
    /** A second tenant, made by SQL in every database. */
    public static final UUID OTHER_TENANT = UUID.fromString("00000000-0000-7000-8000-000000000002");

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "60")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
        }
    }

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** Roles and an empty schema. */
    public static TestDatabase empty() {
        TestDatabase database =
                new TestDatabase("phoenix_" + UUID.randomUUID().toString().substring(0, 8));
        new DatabaseSetup(Server.POSTGRES.getPostgresDatabase(), database.name).run(passwords());
        return database;
    }

    /** The newest schema with two tenants. */
    public static TestDatabase migrated() {
        TestDatabase database = empty();
        new Migrations(database.dataSource(DatabaseRole.OWNER)).up();
        database.execute("INSERT INTO tenants (tenant_id, name) VALUES ('" + OTHER_TENANT + "', 'other')");
        return database;
    }

    public static Map<DatabaseRole, String> passwords() {
        Map<DatabaseRole, String> passwords = new EnumMap<>(DatabaseRole.class);
        for (DatabaseRole role : DatabaseRole.values()) {
            passwords.put(role, role.roleName() + "-test");
        }
        return passwords;
    }

    public String name() {
        return name;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + Server.POSTGRES.getPort() + "/" + name;
    }

    /** What a bean context needs to find this database. */
    public Map<String, Object> properties() {
        return Map.of(
                "phoenix.database.url", url(),
                "phoenix.database.app-password", passwords().get(DatabaseRole.APP),
                "phoenix.database.system-password", passwords().get(DatabaseRole.SYSTEM));
    }

    /** A data source without a pool. */
    public DataSource dataSource(DatabaseRole role) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url());
        dataSource.setUser(role.roleName());
        dataSource.setPassword(passwords().get(role));
        return dataSource;
    }

    public TenantSession tenantSession() {
        return TenantSession.over(dataSource(DatabaseRole.APP));
    }

    public SystemSession systemSession() {
        return SystemSession.over(dataSource(DatabaseRole.SYSTEM));
    }

    /** Runs a statement as the superuser, past row level security. */
    public void execute(String sql) {
        try (Connection connection = superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The rows of a query as the superuser, columns joined by a bar. */
    public List<String> query(String sql) {
        return query(superuser(), sql);
    }

    static List<String> query(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (results.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= results.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(results.getString(i)));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Past every rule: for what no role of Phoenix may do. */
    public DataSource superuser() {
        return Server.POSTGRES.getDatabase("postgres", name);
    }
}
