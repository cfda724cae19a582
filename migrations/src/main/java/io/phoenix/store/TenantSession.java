package io.phoenix.store;

import io.micronaut.transaction.TransactionOperations;
import io.phoenix.domain.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import javax.sql.DataSource;

/**
 * Transactions of one tenant: the setting that row level security reads is made first and ends with the transaction, so a
 * pooled connection never carries it on. Thread-safe.
 */
@Singleton
public final class TenantSession {
    private final Transactions transactions;

    @Inject
    public TenantSession(@Named("app") TransactionOperations<Connection> operations) {
        this(new Transactions(operations));
    }

    private TenantSession(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A session without a bean context. */
    public static TenantSession over(DataSource app) {
        return new TenantSession(Transactions.over(app));
    }

    <T> T run(TenantId tenant, String request, Transactions.Work<T> work) {
        return transactions.run(request, sql -> {
            sql.list("SELECT set_config('app.tenant_id', ?, true)", row -> row, tenant.toString());
            return work.in(sql);
        });
    }

    void execute(TenantId tenant, String request, Transactions.Action action) {
        run(tenant, request, action.asWork());
    }

    /** For the one question that is asked before the tenant is known. */
    <T> T runWithoutTenant(String request, Transactions.Work<T> work) {
        return transactions.run(request, work);
    }
}
