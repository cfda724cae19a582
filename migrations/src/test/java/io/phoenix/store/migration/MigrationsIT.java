package io.phoenix.store.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.store.DatabaseRole;
import io.phoenix.store.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationsIT {
    /** What a schema dump holds: relations, columns, constraints, indexes, policies, functions, triggers, types, grants. */
    private static final String CATALOGUE = """
            SELECT 'relation', c.relname::text, c.relkind::text, c.relrowsecurity, c.relforcerowsecurity, c.relacl::text
              FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
            UNION ALL
            SELECT 'column', a.attrelid::regclass::text || '.' || a.attname, a.attnotnull::text,
                   a.atthasdef, a.attidentity <> '',
                   format_type(a.atttypid, a.atttypmod) || coalesce(a.attacl::text, '')
                     || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
            UNION ALL
            SELECT 'constraint', conrelid::regclass::text, conname::text, condeferrable, condeferred, pg_get_constraintdef(oid)
              FROM pg_constraint WHERE connamespace = 'public'::regnamespace
            UNION ALL
            SELECT 'index', indrelid::regclass::text, '', indisunique, indisprimary, pg_get_indexdef(indexrelid)
              FROM pg_index JOIN pg_class c ON c.oid = indrelid WHERE c.relnamespace = 'public'::regnamespace
            UNION ALL
            SELECT 'policy', tablename || '.' || policyname, cmd::text, permissive = 'PERMISSIVE', false,
                   roles::text || qual || coalesce(with_check, '')
              FROM pg_policies WHERE schemaname = 'public'
            UNION ALL
            SELECT 'function', proname::text, prosrc, prosecdef, false, coalesce(proacl::text, '') || proconfig::text
              FROM pg_proc WHERE pronamespace = 'public'::regnamespace
            UNION ALL
            SELECT 'trigger', tgrelid::regclass::text, tgname::text, tgisinternal, false, pg_get_triggerdef(oid)
              FROM pg_trigger WHERE NOT tgisinternal
            UNION ALL
            SELECT 'type', typname::text, typtype::text, false, false,
                   (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid)
              FROM pg_type t WHERE typnamespace = 'public'::regnamespace
            ORDER BY 1, 2, 3, 6""";

    private final TestDatabase database = TestDatabase.empty();
    private final Migrations migrations = new Migrations(database.dataSource(DatabaseRole.OWNER));

    @Test
    void goingDownLeavesAnEmptySchemaAndGoingUpAgainTheSameOne() {
        migrations.up();
        List<String> first = database.query(CATALOGUE);
        List<Integer> takenBack = migrations.down(0);
        List<String> emptied = database.query(CATALOGUE);
        migrations.up();

        assertThat(takenBack).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(emptied).isNotEmpty().allMatch(row -> row.contains("schema_history"));
        assertThat(database.query(CATALOGUE)).isEqualTo(first);
        assertThat(first).hasSizeGreaterThan(150);
    }

    @Test
    void everyVersionCanBeTakenBackAloneAndAppliedAgain() {
        migrations.up();
        List<String> whole = database.query(CATALOGUE);

        for (int version = 6; version >= 1; version--) {
            assertThat(migrations.downBy(1)).containsExactly(version);
        }
        migrations.up();

        assertThat(database.query(CATALOGUE)).isEqualTo(whole);
    }

    @Test
    void statusTellsAppliedFromPending() {
        migrations.up();
        migrations.down(2);

        assertThat(migrations.status())
                .extracting(MigrationStatus::version, MigrationStatus::description, MigrationStatus::state)
                .containsExactly(
                        tuple(1, "tenants", MigrationStatus.State.APPLIED),
                        tuple(2, "experiments", MigrationStatus.State.APPLIED),
                        tuple(3, "pipelines and targets", MigrationStatus.State.PENDING),
                        tuple(4, "measurements and reports", MigrationStatus.State.PENDING),
                        tuple(5, "price books", MigrationStatus.State.PENDING),
                        tuple(6, "hosts and queries", MigrationStatus.State.PENDING));
    }

    @Test
    void aServerRunsOnItsOwnSchemaOnly() {
        Migrations server = new Migrations(database.dataSource(DatabaseRole.APP));
        migrations.up();
        server.check();

        migrations.down(4);
        assertRefused(server, "[5, 6]");
        migrations.up();
        database.execute("INSERT INTO schema_history SELECT 99, '99', 'from the future', type, script, checksum,"
                + " installed_by, installed_on, execution_time, success FROM schema_history WHERE version = '1'");
        assertRefused(server, "[99]");
        assertThatExceptionOfType(FinalException.class).isThrownBy(migrations::up);
        assertThatExceptionOfType(FinalException.class).isThrownBy(() -> migrations.down(0));
        assertThat(migrations.status().getLast().state()).isEqualTo(MigrationStatus.State.UNKNOWN);
    }

    @Test
    void goingDownIsAllOrNothing() {
        migrations.up();
        database.execute("CREATE VIEW stands_in_the_way AS SELECT tenant_id FROM public.targets");
        List<String> before = database.query(CATALOGUE);

        assertThatExceptionOfType(FinalException.class).isThrownBy(() -> migrations.down(0));

        assertThat(database.query(CATALOGUE)).isEqualTo(before);
        assertThat(migrations.status()).allMatch(status -> status.state() == MigrationStatus.State.APPLIED);
    }

    @Test
    void settingUpAgainChangesNothingButThePasswords() {
        migrations.up();
        List<String> before = database.query(CATALOGUE);

        new DatabaseSetup(database.superuser(), database.name()).run(TestDatabase.passwords());

        assertThat(database.query(CATALOGUE)).isEqualTo(before);
    }

    private static void assertRefused(Migrations server, String versions) {
        assertThatExceptionOfType(FinalException.class)
                .isThrownBy(server::check)
                .withMessageContaining(versions)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }
}
