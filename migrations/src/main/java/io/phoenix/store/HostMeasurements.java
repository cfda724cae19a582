package io.phoenix.store;

import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.measurement.HostWindow;
import io.phoenix.domain.tenant.TenantId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What single hosts contributed: one row per window, the hosts one after the other in one array. */
final class HostMeasurements {
    private static final String SAVE = """
            INSERT INTO host_measurements AS m (tenant_id, experiment_id, metric, variant, window_index, segment,
                                                started_at, ended_at, step_nanos, hosts, samples)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, experiment_id, metric, variant, window_index) DO UPDATE
            SET segment = excluded.segment, started_at = excluded.started_at, ended_at = excluded.ended_at,
                step_nanos = excluded.step_nanos, hosts = excluded.hosts, samples = excluded.samples
            WHERE (SELECT count(*) FROM unnest(m.samples) AS s (value) WHERE s.value <> 'NaN')
                  < (SELECT count(*) FROM unnest(excluded.samples) AS s (value) WHERE s.value <> 'NaN')""";

    private static final String LOAD = """
            SELECT metric, variant, window_index, segment, started_at, ended_at, step_nanos, hosts, samples
            FROM host_measurements WHERE tenant_id = ? AND experiment_id = ?""";

    private static final Comparator<HostWindow> ORDER = Comparator.comparing(HostWindow::metric)
            .thenComparing(HostWindow::variant)
            .thenComparing(measured -> measured.window().index());

    private final TenantSession session;

    HostMeasurements(TenantSession session) {
        this.session = session;
    }

    void save(TenantId tenant, ExperimentId experiment, List<HostWindow> windows) {
        List<Object[]> rows = windows.stream()
                .filter(measured -> !measured.hosts().isEmpty())
                .sorted(ORDER)
                .map(measured -> row(tenant, experiment, measured))
                .toList();
        session.execute(tenant, "storing measurements by host of experiment " + experiment, sql -> {
            sql.batch(SAVE, rows);
        });
    }

    List<HostWindow> load(TenantId tenant, ExperimentId experiment) {
        List<HostWindow> windows = session.run(
                tenant,
                "reading measurements by host of experiment " + experiment,
                sql -> sql.list(LOAD, HostMeasurements::measured, tenant.value(), experiment.value()));
        return windows.stream().sorted(ORDER).toList();
    }

    private static Object[] row(TenantId tenant, ExperimentId experiment, HostWindow measured) {
        return new WindowColumns(measured.metric(), measured.variant(), measured.window())
                .row(
                        tenant,
                        experiment,
                        measured.hosts().keySet().toArray(new String[0]),
                        measured.hosts().values().stream()
                                .flatMap(List::stream)
                                .mapToDouble(Double::doubleValue)
                                .toArray());
    }

    private static HostWindow measured(Row row) throws SQLException {
        WindowColumns of = WindowColumns.of(row);
        return new HostWindow(of.window(), of.metric(), of.variant(), hosts(row.texts("hosts"), row.reals("samples")));
    }

    private static SortedMap<String, List<Double>> hosts(String[] names, double[] samples) {
        int points = samples.length / names.length;
        SortedMap<String, List<Double>> hosts = new TreeMap<>();
        for (int h = 0; h < names.length; h++) {
            List<Double> values = new ArrayList<>(points);
            for (int t = 0; t < points; t++) {
                values.add(samples[h * points + t]);
            }
            hosts.put(names[h], values);
        }
        return hosts;
    }
}
