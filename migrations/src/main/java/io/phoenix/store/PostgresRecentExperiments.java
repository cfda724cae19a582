package io.phoenix.store;

import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.RecentExperiment;
import io.phoenix.domain.experiment.RecentExperiments;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Heads of experiments by the role that sees no more than them. */
@Singleton
public final class PostgresRecentExperiments implements RecentExperiments {
    private static final String LIST = """
            SELECT tenant_id, id, name, number, sequence, phase, verdict
            FROM (SELECT tenant_id, id, name, number, sequence, phase, verdict,
                         row_number() OVER (PARTITION BY tenant_id ORDER BY created_at DESC, id DESC) AS place
                  FROM experiments WHERE updated_at >= ?) AS placed
            WHERE place <= ? ORDER BY tenant_id, place""";

    private final SystemSession session;

    public PostgresRecentExperiments(SystemSession session) {
        this.session = session;
    }

    @Override
    public List<RecentExperiment> list(int perTenant, Instant since) {
        return session.run(
                "listing recent experiments",
                sql -> sql.list(LIST, PostgresRecentExperiments::recent, since, perTenant));
    }

    private static RecentExperiment recent(Row row) throws SQLException {
        return new RecentExperiment(
                ExperimentRow.ref(row),
                row.bigint("sequence"),
                row.constant("phase", Phase.class),
                row.optionalConstant("verdict", Verdict.class));
    }
}
