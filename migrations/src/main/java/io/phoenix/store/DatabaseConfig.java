package io.phoenix.store;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where the database is and the passwords of the roles that serve requests and the relay.
 *
 * @param url JDBC address without user and password
 * @param appConnections most connections of {@code phoenix_app}
 * @param systemConnections most connections of {@code phoenix_system}
 */
@ConfigurationProperties("phoenix.database")
public record DatabaseConfig(
        String url,
        String appPassword,
        String systemPassword,
        @Bindable(defaultValue = "8") int appConnections,
        @Bindable(defaultValue = "3") int systemConnections) {
    public DatabaseConfig {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("phoenix.database.url does not start with jdbc:postgresql:");
        }
        if (appConnections < 1 || systemConnections < 1) {
            throw new IllegalArgumentException(
                    "connections are " + appConnections + " and " + systemConnections + ", each pool needs at least 1");
        }
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "DatabaseConfig[url=" + url + ", appConnections=" + appConnections + ", systemConnections="
                + systemConnections + "]";
    }
}
