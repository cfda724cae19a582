package io.phoenix.store.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Flyway's table of applied versions, read, and cut back when versions are taken back. */
final class MigrationHistory {
    static final String TABLE = "schema_history";

    private static final String EXISTS = "SELECT to_regclass('public." + TABLE + "') IS NOT NULL";
    private static final String READ = "SELECT version, description, installed_on FROM public." + TABLE
            + " WHERE success AND version IS NOT NULL ORDER BY installed_rank";
    private static final String LOCK = "LOCK TABLE public." + TABLE + " IN EXCLUSIVE MODE";
    private static final String FORGET = "DELETE FROM public." + TABLE + " WHERE version = ?";

    private final DataSource dataSource;

    MigrationHistory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    record Entry(int version, String description, Instant installedAt) {}

    /** What was applied, in order; empty before the first migration. */
    List<Entry> read() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return exists(statement) ? entries(statement) : List.of();
        }
    }

    /** Runs the down scripts in the given order in one transaction: all of them or none. */
    void takeBack(List<Migration> migrations) throws SQLException {
        if (migrations.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    PreparedStatement forget = connection.prepareStatement(FORGET)) {
                statement.execute(LOCK);
                for (Migration migration : migrations) {
                    takeBack(migration, statement, forget);
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void takeBack(Migration migration, Statement statement, PreparedStatement forget)
            throws SQLException {
        forget.setString(1, Integer.toString(migration.version()));
        if (forget.executeUpdate() != 1) {
            throw new SQLException("version " + migration.version() + " was taken back by somebody else meanwhile");
        }
        statement.execute(migration.downScript());
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet results = statement.executeQuery(EXISTS)) {
            return results.next() && results.getBoolean(1);
        }
    }

    private static List<Entry> entries(Statement statement) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet results = statement.executeQuery(READ)) {
            while (results.next()) {
                entries.add(new Entry(
                        Integer.parseInt(results.getString("version")),
                        results.getString("description"),
                        results.getTimestamp("installed_on").toInstant()));
            }
        }
        return entries;
    }
}
