package io.phoenix.store;

import io.phoenix.domain.experiment.ExperimentEvent;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.tenant.TenantId;
import java.sql.SQLException;
import java.util.List;

/** The history of an experiment, one row per sequence. */
final class ExperimentEvents {
    private static final String INSERT = """
            INSERT INTO experiment_events (tenant_id, experiment_id, sequence, type, phase, message, at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, experiment_id, sequence) DO NOTHING""";

    private static final String LIST = """
            SELECT sequence, type, phase, message, at FROM experiment_events
            WHERE tenant_id = ? AND experiment_id = ? ORDER BY sequence""";

    private ExperimentEvents() {}

    static void append(Sql sql, ExperimentRef ref, ExperimentEvent event) throws SQLException {
        sql.update(
                INSERT,
                ref.tenant().value(),
                ref.experiment().value(),
                event.sequence(),
                event.type(),
                event.phase(),
                event.message(),
                event.at());
    }

    static List<ExperimentEvent> list(Sql sql, TenantId tenant, ExperimentId experiment) throws SQLException {
        return sql.list(
                LIST,
                row -> new ExperimentEvent(
                        row.bigint("sequence"),
                        row.text("type"),
                        row.constant("phase", Phase.class),
                        row.text("message"),
                        row.instant("at")),
                tenant.value(),
                experiment.value());
    }
}
