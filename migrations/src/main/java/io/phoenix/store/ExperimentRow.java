package io.phoenix.store;

import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.Cleanup;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.tenant.TenantId;
import java.sql.SQLException;

/** The columns of an experiment and how they are read. */
final class ExperimentRow {
    static final String SELECT = """
            SELECT tenant_id, id, name, number, spec, time_scale, started_by, phase, paused, progress, verdict, outcome,
                   outcome_reason, cleanup, error_code, message, sequence, run_id, created_at, updated_at, ended_at
            FROM experiments""";

    private ExperimentRow() {}

    static Experiment read(Row row, SpecJson specs) throws SQLException {
        return new Experiment(
                ref(row),
                specs.read(row.text("spec")),
                head(row),
                row.bigint("sequence"),
                row.real("time_scale"),
                row.text("started_by"),
                row.instant("created_at"),
                row.instant("updated_at"),
                row.optionalInstant("ended_at"),
                row.optionalText("run_id"));
    }

    static ExperimentRef ref(Row row) throws SQLException {
        return new ExperimentRef(
                new TenantId(row.uuid("tenant_id")),
                new ExperimentId(row.uuid("id")),
                row.text("name"),
                row.integer("number"));
    }

    private static ExperimentHead head(Row row) throws SQLException {
        return new ExperimentHead(
                row.constant("phase", Phase.class),
                row.bool("paused"),
                row.real("progress"),
                row.optionalConstant("verdict", Verdict.class),
                row.optionalConstant("outcome", Outcome.class),
                row.optionalText("outcome_reason"),
                row.optionalConstant("cleanup", Cleanup.class),
                row.optionalText("error_code"),
                row.text("message"));
    }
}
