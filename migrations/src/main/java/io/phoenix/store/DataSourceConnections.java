package io.phoenix.store;

import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionStatus;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.support.AbstractConnectionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The connections of Micronaut Data over a data source, for programs and tests that run without a bean context. */
final class DataSourceConnections extends AbstractConnectionOperations<Connection> {
    private final DataSource dataSource;

    DataSourceConnections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    protected Connection openConnection(ConnectionDefinition definition) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new ConnectionException("no connection: " + e.getMessage(), e);
        }
    }

    @Override
    protected void setupConnection(ConnectionStatus<Connection> status) {
        // Isolation and read-only mode are those of the role.
    }

    @Override
    protected void closeConnection(ConnectionStatus<Connection> status) {
        try {
            status.getConnection().close();
        } catch (SQLException e) {
            throw new ConnectionException("connection not closed: " + e.getMessage(), e);
        }
    }
}
