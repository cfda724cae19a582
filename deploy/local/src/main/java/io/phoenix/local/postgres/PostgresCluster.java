package io.phoenix.local.postgres;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.PortHolder;
import io.phoenix.process.ProcessEnvironment;
import io.phoenix.process.ProcessSpec;
import io.phoenix.process.Signal;
import io.phoenix.store.DatabaseRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL cluster in its own data directory, on loopback, with fsync on.
 *
 * @param home unpacked programs
 * @param data directory of the cluster
 */
public record PostgresCluster(Path home, Path data, int port, Credentials credentials) {
    /** The database of Phoenix. */
    public static final String DATABASE = "phoenix";

    /** Fast shutdown: TERM would wait for every client to go by itself. */
    public static final Signal ENDING = Signal.INT;

    private static final String SUPERUSER = "postgres";

    /** Creates the cluster when there is none; a half-made one is made again. */
    public void initialize() {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path fresh = data.resolveSibling(data.getFileName() + ".new");
        try {
            remove(fresh);
            Files.createDirectories(data.getParent());
            initdb(fresh);
            Files.move(fresh, data);
        } catch (IOException e) {
            throw new FinalException(
                    ErrorCode.INTERNAL, "cannot create the database in " + data + ": " + e.getMessage(), e);
        }
    }

    private void initdb(Path into) throws IOException {
        Path password = Files.createTempFile("phoenix-", ".pw");
        try {
            Files.writeString(password, credentials.superuser());
            List<String> command = asOrdinaryUser();
            command.addAll(List.of(
                    home.resolve("bin/initdb").toString(),
                    "-D",
                    into.toString(),
                    "-U",
                    SUPERUSER,
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + password,
                    "-E",
                    "UTF8",
                    "--locale=C"));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new FinalException(ErrorCode.INTERNAL, "initdb failed: " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FinalException(ErrorCode.INTERNAL, "interrupted while initdb was running", e);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    /** How the server is started. */
    public ProcessSpec process(String installation, Path log) {
        List<String> command = asOrdinaryUser();
        command.addAll(List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "max_connections=60",
                "-c",
                "shared_buffers=32MB",
                "-c",
                "jit=off",
                "-c",
                "io_method=sync"));
        return new ProcessSpec(
                "postgres", installation, command, ProcessEnvironment.adding(Map.of("TZ", "UTC")), data, log);
    }

    /** Connections of the superuser, for setting up only, to the database that every server has. */
    public DataSource superuser() {
        return dataSource(SUPERUSER, SUPERUSER, credentials.superuser());
    }

    /** Connections of a role to the database of Phoenix. */
    public DataSource connections(DatabaseRole role) {
        String password = switch (role) {
            case OWNER -> credentials.owner();
            case APP -> credentials.app();
            case SYSTEM -> credentials.system();
        };
        return dataSource(DATABASE, role.roleName(), password);
    }

    private DataSource dataSource(String database, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(5);
        return source;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Whether the server of this cluster answers; no other program on its port is asked, nor shown a password. */
    public boolean ready() {
        return listens() && answers();
    }

    private boolean listens() {
        try {
            return Files.readString(data.resolve("postmaster.pid"))
                    .lines()
                    .findFirst()
                    .map(pid -> PortHolder.isHeldBy(Long.parseLong(pid.strip()), port))
                    .orElse(false);
        } catch (IOException | NumberFormatException e) {
            // Without the file no server runs, and a server that starts writes it line by line.
            return false;
        }
    }

    private boolean answers() {
        try (Connection connection = superuser().getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** PostgreSQL refuses to run as root: there it runs in a user namespace in which it is not. */
    private static List<String> asOrdinaryUser() {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/unshare"))) {
            command.addAll(List.of("/usr/bin/unshare", "-U"));
        }
        return command;
    }

    private static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
