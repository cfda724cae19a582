package io.phoenix.local.endtoend;

import io.phoenix.local.platform.LocalDatabase;
import io.phoenix.store.DatabaseRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of the default tenant, read as the application reads them: under its role and row level security. */
record Database(Machine machine) {
    private static final String TENANT = "00000000-0000-7000-8000-000000000001";

    /** How many rows of the table belong to the experiment. */
    long rows(String table, String experiment) {
        return count("SELECT count(*) FROM " + table + " WHERE experiment_id = ?::uuid", experiment);
    }

    /** How many audit rows are about it. */
    long audited(String experiment) {
        return count("SELECT count(*) FROM audit_log WHERE resource LIKE '%' || ? || '%'", experiment);
    }

    long experimentsNamed(String name) {
        return count("SELECT count(*) FROM experiments WHERE name = ?", name);
    }

    private long count(String sql, String parameter) {
        try (Connection connection = LocalDatabase.running(machine.installation())
                .connections(DatabaseRole.APP)
                .getConnection()) {
            actFor(connection);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, parameter);
                ResultSet rows = statement.executeQuery();
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void actFor(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT set_config('app.tenant_id', ?, false)")) {
            statement.setString(1, TENANT);
            statement.execute();
        }
    }
}
