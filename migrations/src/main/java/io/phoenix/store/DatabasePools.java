package io.phoenix.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import javax.sql.DataSource;

/** The two connection pools of a server: one per database role. They start without a database and wait for it to come. */
@Singleton
public final class DatabasePools implements AutoCloseable {
    private static final Duration POOL_WAIT = Duration.ofSeconds(2);
    /** Above the statement timeout of the roles, so that a silent network ends a call and a slow statement never does. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(15);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final HikariDataSource app;
    private final HikariDataSource system;

    public DatabasePools(DatabaseConfig config) {
        this.app = pool(config.url(), DatabaseRole.APP, config.appPassword(), config.appConnections());
        this.system = pool(config.url(), DatabaseRole.SYSTEM, config.systemPassword(), config.systemConnections());
    }

    /** Connections of requests and activities; each transaction belongs to one tenant. */
    public DataSource app() {
        return app;
    }

    /** Connections of the relay, the reaper and repair, across tenants. */
    public DataSource system() {
        return system;
    }

    @Override
    @PreDestroy
    public void close() {
        app.close();
        system.close();
    }

    private static HikariDataSource pool(String url, DatabaseRole role, String password, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(role.roleName());
        config.setJdbcUrl(url);
        config.setUsername(role.roleName());
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(POOL_WAIT.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(true);
        config.addDataSourceProperty("ApplicationName", role.roleName());
        config.addDataSourceProperty("connectTimeout", Long.toString(CONNECT_TIMEOUT.toSeconds()));
        config.addDataSourceProperty("socketTimeout", Long.toString(SOCKET_TIMEOUT.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }
}
