package io.phoenix.store.migration;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.PhoenixException;
import io.phoenix.store.SqlFailure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/**
 * The schema's versions. Up is Flyway's; down runs the {@code U} scripts in reverse order and takes their rows out of
 * Flyway's history, all in one transaction.
 */
public final class Migrations {
    private final DataSource dataSource;
    private final MigrationHistory history;

    /** @param dataSource connections of phoenix_owner; {@link #check()} needs no more than phoenix_app */
    public Migrations(DataSource dataSource) {
        this.dataSource = dataSource;
        this.history = new MigrationHistory(dataSource);
    }

    /**
     * Applies what is pending.
     *
     * @return the versions applied, in order
     */
    public List<Integer> up() {
        return reporting("migrating up", () -> {
            refuseNewer(applied());
            return flyway().migrate().migrations.stream()
                    .map(applied -> Integer.valueOf(applied.version))
                    .toList();
        });
    }

    /**
     * Takes back every version above {@code toVersion}; 0 leaves an empty schema.
     *
     * @return the versions taken back, in order
     */
    public List<Integer> down(int toVersion) {
        if (toVersion < 0) {
            throw new FinalException(ErrorCode.INVALID_REQUEST, "version is " + toVersion + ", the lowest is 0");
        }
        return reporting("migrating down to version " + toVersion, () -> {
            Set<Integer> applied = applied();
            refuseNewer(applied);
            Map<Integer, Migration> known = known();
            List<Migration> backwards = applied.stream()
                    .filter(version -> version > toVersion)
                    .sorted(Collections.reverseOrder())
                    .map(known::get)
                    .toList();
            history.takeBack(backwards);
            return backwards.stream().map(Migration::version).toList();
        });
    }

    /** Takes back the last {@code count} versions. */
    public List<Integer> downBy(int count) {
        List<Integer> applied = reporting("reading the schema's versions", () -> List.copyOf(applied()));
        int kept = Math.max(0, applied.size() - count);
        return down(kept == 0 ? 0 : applied.get(kept - 1));
    }

    /** Every version that this program or the database knows, in order. */
    public List<MigrationStatus> status() {
        return reporting("reading the schema's versions", () -> {
            Map<Integer, MigrationHistory.Entry> applied = history.read().stream()
                    .collect(Collectors.toMap(MigrationHistory.Entry::version, Function.identity()));
            Map<Integer, Migration> known = known();
            Set<Integer> versions = new TreeSet<>(known.keySet());
            versions.addAll(applied.keySet());
            List<MigrationStatus> status = new ArrayList<>();
            for (int version : versions) {
                status.add(status(version, known.get(version), applied.get(version)));
            }
            return status;
        });
    }

    /**
     * Makes sure that the schema is the one this program was built for. A server calls it before it serves.
     *
     * @throws PhoenixException {@code conflict} when the schema is newer or versions are pending
     */
    public void check() {
        reporting("checking the schema", () -> {
            Set<Integer> applied = applied();
            refuseNewer(applied);
            Set<Integer> pending = new TreeSet<>(known().keySet());
            pending.removeAll(applied);
            if (!pending.isEmpty()) {
                throw new FinalException(
                        ErrorCode.CONFLICT,
                        "the database lacks schema versions " + pending + ": run ./phoenix migrate up");
            }
            return pending;
        });
    }

    private static MigrationStatus status(
            int version, @Nullable Migration known, MigrationHistory.@Nullable Entry applied) {
        if (known == null) {
            String description = applied == null ? "" : applied.description();
            return new MigrationStatus(
                    version,
                    description,
                    MigrationStatus.State.UNKNOWN,
                    applied == null ? null : applied.installedAt());
        }
        return applied == null
                ? new MigrationStatus(version, known.description(), MigrationStatus.State.PENDING, null)
                : new MigrationStatus(
                        version, known.description(), MigrationStatus.State.APPLIED, applied.installedAt());
    }

    private Set<Integer> applied() throws SQLException {
        return history.read().stream()
                .map(MigrationHistory.Entry::version)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void refuseNewer(Set<Integer> applied) {
        Set<Integer> unknown = new TreeSet<>(applied);
        unknown.removeAll(known().keySet());
        if (!unknown.isEmpty()) {
            throw new FinalException(
                    ErrorCode.CONFLICT,
                    "the database has schema versions " + unknown + " that this program does not know: use the newer"
                            + " program, or take them back with it");
        }
    }

    /** The versions whose scripts this program has. */
    private Map<Integer, Migration> known() {
        return Arrays.stream(flyway().info().all())
                .filter(info -> info.getVersion() != null && info.getState().isResolved())
                .collect(Collectors.toMap(Migrations::version, Migrations::migration, (a, b) -> a, TreeMap::new));
    }

    private static int version(MigrationInfo info) {
        return Integer.parseInt(info.getVersion().getVersion());
    }

    private static Migration migration(MigrationInfo info) {
        return new Migration(version(info), info.getDescription().replace(' ', '_'));
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:" + Migration.LOCATION)
                .table(MigrationHistory.TABLE)
                .cleanDisabled(true)
                .load();
    }

    private interface Request<T> {
        T run() throws SQLException;
    }

    private static <T> T reporting(String request, Request<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw SqlFailure.translate(request, e);
        } catch (FlywayException e) {
            throw new FinalException(ErrorCode.INTERNAL, "database: " + request + ": " + e.getMessage(), e);
        }
    }
}
