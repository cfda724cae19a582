package io.phoenix.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import javax.sql.DataSource;

/** Transactions across tenants, of the role that sees only outbox, leases and heads of experiments. Thread-safe. */
@Singleton
public final class SystemSession {
    private final Transactions transactions;

    @Inject
    public SystemSession(@Named("system") TransactionOperations<Connection> operations) {
        this(new Transactions(operations));
    }

    private SystemSession(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A session without a bean context. */
    public static SystemSession over(DataSource system) {
        return new SystemSession(Transactions.over(system));
    }

    <T> T run(String request, Transactions.Work<T> work) {
        return transactions.run(request, work);
    }

    void execute(String request, Transactions.Action action) {
        run(request, action.asWork());
    }
}
