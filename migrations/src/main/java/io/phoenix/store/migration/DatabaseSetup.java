package io.phoenix.store.migration;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.store.DatabaseRole;
import io.phoenix.store.SqlFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Makes the database and its roles, with the rights of a superuser that nothing uses afterwards. May be run again: roles
 * get the given passwords and their settings back, an existing database stays.
 */
public final class DatabaseSetup {
    private static final String ROLE_OPTIONS =
            "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT";

    private final DataSource superuser;
    private final String database;

    /**
     * @param superuser connections to any database of the server, for example {@code postgres}
     * @param database name of the database to make
     */
    public DatabaseSetup(DataSource superuser, String database) {
        this.superuser = superuser;
        this.database = database;
    }

    /** Makes what is missing. */
    public void run(Map<DatabaseRole, String> passwords) {
        try (Connection connection = superuser.getConnection()) {
            for (DatabaseRole role : DatabaseRole.values()) {
                String password = passwords.get(role);
                if (password == null || password.isBlank()) {
                    throw new FinalException(
                            ErrorCode.INVALID_REQUEST, "role " + role.roleName() + " has no password: give one");
                }
                makeRole(connection, role, password);
            }
            limitApplications(connection);
            makeDatabase(connection);
        } catch (SQLException e) {
            throw SqlFailure.translate("setting up " + database, e);
        }
    }

    private static void makeRole(Connection connection, DatabaseRole role, String password) throws SQLException {
        String name = identifier(connection, role.roleName());
        if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", role.roleName())) {
            execute(connection, "CREATE ROLE " + name);
        }
        execute(connection, "ALTER ROLE " + name + " " + ROLE_OPTIONS + " PASSWORD " + literal(connection, password));
    }

    /** Migrations may take longer; nothing that serves a request may. */
    private static void limitApplications(Connection connection) throws SQLException {
        for (DatabaseRole role : new DatabaseRole[] {DatabaseRole.APP, DatabaseRole.SYSTEM}) {
            String name = identifier(connection, role.roleName());
            execute(connection, "ALTER ROLE " + name + " SET statement_timeout = '5s'");
            execute(connection, "ALTER ROLE " + name + " SET lock_timeout = '2s'");
            execute(connection, "ALTER ROLE " + name + " SET idle_in_transaction_session_timeout = '30s'");
        }
    }

    private void makeDatabase(Connection connection) throws SQLException {
        String name = identifier(connection, database);
        if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", database)) {
            execute(
                    connection,
                    "CREATE DATABASE " + name + " OWNER " + DatabaseRole.OWNER.roleName()
                            + " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
        }
        execute(connection, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        execute(
                connection,
                "GRANT CONNECT ON DATABASE " + name + " TO " + DatabaseRole.APP.roleName() + ", "
                        + DatabaseRole.SYSTEM.roleName());
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet results = statement.executeQuery()) {
                return results.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String identifier(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.enquoteIdentifier(name, true);
        }
    }

    private static String literal(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.enquoteLiteral(text);
        }
    }
}
