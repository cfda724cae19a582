package io.phoenix.store;

import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.measurement.AskedQuery;
import io.phoenix.domain.measurement.HostWindow;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.MeasurementStore;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** Measured windows, each with its samples in one array; the arrays keep every bit of a double. */
@Singleton
public final class PostgresMeasurementStore implements MeasurementStore {
    private static final String SAVE = """
            INSERT INTO measurements AS m (tenant_id, experiment_id, metric, variant, window_index, segment, started_at,
                                           ended_at, step_nanos, quality, samples, infinite)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::window_quality, ?, ?)
            ON CONFLICT (tenant_id, experiment_id, metric, variant, window_index) DO UPDATE
            SET segment = excluded.segment, started_at = excluded.started_at, ended_at = excluded.ended_at,
                step_nanos = excluded.step_nanos, quality = excluded.quality, samples = excluded.samples,
                infinite = excluded.infinite
            WHERE m.quality < excluded.quality
               OR m.quality = excluded.quality
                  AND (SELECT count(*) FROM unnest(m.samples) AS s (value) WHERE s.value <> 'NaN')
                      < (SELECT count(*) FROM unnest(excluded.samples) AS s (value) WHERE s.value <> 'NaN')""";

    private static final String LOAD = """
            SELECT metric, variant, window_index, segment, started_at, ended_at, step_nanos, quality, samples, infinite
            FROM measurements WHERE tenant_id = ? AND experiment_id = ?""";

    /** One order for rows in both directions: of the report, and of locks when two writers meet. */
    private static final Comparator<MeasuredWindow> ORDER = Comparator.comparing(MeasuredWindow::metric)
            .thenComparing(MeasuredWindow::variant)
            .thenComparing(measured -> measured.window().index());

    private final TenantSession session;
    private final HostMeasurements hosts;
    private final MeasurementQueries queries;

    public PostgresMeasurementStore(TenantSession session) {
        this.session = session;
        this.hosts = new HostMeasurements(session);
        this.queries = new MeasurementQueries(session);
    }

    @Override
    public void save(TenantId tenant, ExperimentId experiment, List<MeasuredWindow> windows) {
        List<Object[]> rows = windows.stream()
                .sorted(ORDER)
                .map(measured -> row(tenant, experiment, measured))
                .toList();
        session.execute(tenant, "storing measurements of experiment " + experiment, sql -> {
            sql.batch(SAVE, rows);
        });
    }

    @Override
    public List<MeasuredWindow> load(TenantId tenant, ExperimentId experiment) {
        List<MeasuredWindow> windows = session.run(
                tenant,
                "reading measurements of experiment " + experiment,
                sql -> sql.list(LOAD, PostgresMeasurementStore::measured, tenant.value(), experiment.value()));
        return windows.stream().sorted(ORDER).toList();
    }

    @Override
    public void saveHosts(TenantId tenant, ExperimentId experiment, List<HostWindow> windows) {
        hosts.save(tenant, experiment, windows);
    }

    @Override
    public List<HostWindow> loadHosts(TenantId tenant, ExperimentId experiment) {
        return hosts.load(tenant, experiment);
    }

    @Override
    public void saveQueries(TenantId tenant, ExperimentId experiment, List<AskedQuery> asked) {
        queries.save(tenant, experiment, asked);
    }

    @Override
    public List<AskedQuery> queries(TenantId tenant, ExperimentId experiment) {
        return queries.list(tenant, experiment);
    }

    private static Object[] row(TenantId tenant, ExperimentId experiment, MeasuredWindow measured) {
        return new WindowColumns(measured.metric(), measured.variant(), measured.window())
                .row(tenant, experiment, measured.quality(), measured.values(), measured.infinite());
    }

    private static MeasuredWindow measured(Row row) throws SQLException {
        WindowColumns of = WindowColumns.of(row);
        return new MeasuredWindow(
                of.window(),
                of.metric(),
                of.variant(),
                row.constant("quality", Quality.class),
                row.reals("samples"),
                row.integer("infinite"));
    }
}
