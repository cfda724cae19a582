package io.phoenix.local.command;

import io.phoenix.cli.OutputOptions;
import io.phoenix.client.Installation;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.local.platform.LocalDatabase;
import io.phoenix.store.DatabaseRole;
import io.phoenix.store.migration.MigrationStatus;
import io.phoenix.store.migration.Migrations;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Moves the schema of the database. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Shows and moves the schema of the database: of this machine's, or of the one at --url.")
final class MigrateCommand implements Runnable {
    @Option(
            names = "--url",
            paramLabel = "JDBC",
            scope = ScopeType.INHERIT,
            description = "another database; PHOENIX_DATABASE_OWNER_PASSWORD is the password of phoenix_owner")
    private @Nullable String url;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "what shall migrate do: up, down or status?");
    }

    @Command(name = "up", mixinStandardHelpOptions = true, description = "Applies every pending version.")
    int up() {
        out().println("applied: " + list(migrations().up()));
        return 0;
    }

    @Command(
            name = "down",
            mixinStandardHelpOptions = true,
            description = "Takes versions back, with their data. Stop API and worker first.")
    int down(
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "VERSION",
                            description = "the version that stays; 0 leaves an empty schema")
                    int version) {
        Migrations migrations = migrations();
        requireKnown(version, migrations.status());
        out().println("taken back: " + list(migrations.down(version)));
        return 0;
    }

    /** A mistyped version would take back nothing and look like success. */
    static void requireKnown(int version, List<MigrationStatus> versions) {
        List<Integer> known = versions.stream().map(MigrationStatus::version).toList();
        if (version != 0 && !known.contains(version)) {
            throw new FinalException(
                    ErrorCode.INVALID_REQUEST, "there is no version " + version + ": --to takes 0 or one of " + known);
        }
    }

    @Command(name = "status", mixinStandardHelpOptions = true, description = "Shows every version and where it stands.")
    int status(@Mixin OutputOptions output) {
        List<Map<String, Object>> rows =
                migrations().status().stream().map(MigrateCommand::row).toList();
        output.print(
                out(),
                rows,
                people -> rows.forEach(row -> people.printf(
                        Locale.ROOT,
                        "%-4s %-8s %-32s %s%n",
                        row.get("version"),
                        row.get("state"),
                        row.get("description"),
                        row.getOrDefault("installedAt", ""))));
        return 0;
    }

    private static Map<String, Object> row(MigrationStatus version) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("version", version.version());
        row.put("state", version.state().name().toLowerCase(Locale.ROOT));
        row.put("description", version.description());
        if (version.installedAt() != null) {
            row.put("installedAt", version.installedAt().toString());
        }
        return row;
    }

    private Migrations migrations() {
        if (url == null) {
            return new Migrations(LocalDatabase.running(Installation.current()).connections(DatabaseRole.OWNER));
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(DatabaseRole.OWNER.roleName());
        source.setPassword(System.getenv("PHOENIX_DATABASE_OWNER_PASSWORD"));
        return new Migrations(source);
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private static String list(List<Integer> versions) {
        return versions.isEmpty() ? "nothing" : versions.toString();
    }
}
