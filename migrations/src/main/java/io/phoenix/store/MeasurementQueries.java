package io.phoenix.store;

import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.measurement.AskedQuery;
import io.phoenix.domain.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;

/** By which expressions the windows of an experiment were measured. */
final class MeasurementQueries {
    private static final String SAVE = """
            INSERT INTO measurement_queries (tenant_id, experiment_id, subject, position, expression)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, experiment_id, subject) DO UPDATE
            SET position = excluded.position, expression = excluded.expression
            WHERE measurement_queries.expression <> excluded.expression""";

    private static final String LIST = """
            SELECT subject, expression FROM measurement_queries WHERE tenant_id = ? AND experiment_id = ?
            ORDER BY position, subject""";

    private final TenantSession session;

    MeasurementQueries(TenantSession session) {
        this.session = session;
    }

    void save(TenantId tenant, ExperimentId experiment, List<AskedQuery> queries) {
        List<Object[]> rows = new ArrayList<>();
        for (AskedQuery query : queries) {
            rows.add(new Object[] {tenant.value(), experiment.value(), query.subject(), rows.size(), query.expression()
            });
        }
        session.execute(tenant, "storing the queries of experiment " + experiment, sql -> {
            sql.batch(SAVE, rows);
        });
    }

    List<AskedQuery> list(TenantId tenant, ExperimentId experiment) {
        return session.run(
                tenant,
                "reading the queries of experiment " + experiment,
                sql -> sql.list(
                        LIST,
                        row -> new AskedQuery(row.text("subject"), row.text("expression")),
                        tenant.value(),
                        experiment.value()));
    }
}
