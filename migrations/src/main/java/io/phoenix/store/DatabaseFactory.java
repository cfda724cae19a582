package io.phoenix.store;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Gives the pools to Micronaut Data, which makes the transactions of each. */
@Factory
final class DatabaseFactory {
    @Singleton
    @Named("app")
    DataSource app(DatabasePools pools) {
        return pools.app();
    }

    @Singleton
    @Named("system")
    DataSource system(DatabasePools pools) {
        return pools.system();
    }
}
