package io.phoenix.store;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.exceptions.TransactionException;
import io.micronaut.transaction.jdbc.DataSourceTransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work in one transaction of Micronaut Data and names the request in what goes wrong. */
final class Transactions {
    private final TransactionOperations<Connection> operations;

    Transactions(TransactionOperations<Connection> operations) {
        this.operations = operations;
    }

    static Transactions over(DataSource dataSource) {
        DataSourceConnections connections = new DataSourceConnections(dataSource);
        return new Transactions(new DataSourceTransactionManager(dataSource, connections, connections));
    }

    /** What is done inside. */
    interface Work<T> {
        T in(Sql sql) throws SQLException;
    }

    /** Work without an answer. */
    interface Action {
        void in(Sql sql) throws SQLException;

        default Work<Boolean> asWork() {
            return sql -> {
                in(sql);
                return true;
            };
        }
    }

    /** @param request what is being done to which resource, for messages, for example {@code reading target demo} */
    <T> T run(String request, Work<T> work) {
        if (operations.findTransactionStatus().isPresent()) {
            // An inner transaction would join the outer one and change its tenant.
            throw new IllegalStateException(request + " inside another transaction");
        }
        try {
            return operations.execute(
                    TransactionDefinition.DEFAULT, status -> perform(request, status.getConnection(), work));
        } catch (CannotGetJdbcConnectionException | ConnectionException | TransactionException e) {
            throw SqlFailure.translate(request, e);
        }
    }

    private static <T> T perform(String request, Connection connection, Work<T> work) {
        try {
            return work.in(new Sql(connection));
        } catch (SQLException e) {
            throw SqlFailure.translate(request, e);
        }
    }
}
