package io.phoenix.store;

import io.phoenix.domain.experiment.ExperimentEvent;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.tenant.TenantId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** An abort that comes before the relay has ever taken the start: nothing runs, so the database alone ends the run. */
final class UnstartedExperiment {
    /** The row of the start decides the race with the relay: whoever writes it first has won. */
    private static final String WITHDRAW_START = """
            UPDATE outbox SET delivered_at = ?, last_error = 'withdrawn: the experiment was cancelled before its start'
            WHERE tenant_id = ? AND experiment_id = ? AND kind = 'START'
              AND delivered_at IS NULL AND attempts = 0 AND leased_until IS NULL""";

    private static final String CANCEL = """
            UPDATE experiments
            SET phase = 'CANCELLED', outcome = 'NOT_PROMOTED', outcome_reason = 'aborted', cleanup = 'CLEAN', progress = 1,
                message = ?, sequence = 1, updated_at = ?, ended_at = ?
            WHERE tenant_id = ? AND id = ? AND phase = 'PENDING' AND sequence = 0 AND run_id IS NULL
            RETURNING tenant_id, id, name, number""";

    private UnstartedExperiment() {}

    /** @return whether the run was cancelled; false once the relay has taken its start */
    static boolean cancel(Sql sql, TenantId tenant, ExperimentId experiment, String actor, Instant at)
            throws SQLException {
        if (sql.update(WITHDRAW_START, at, tenant.value(), experiment.value()) == 0) {
            return false;
        }
        String message = "aborted by " + actor + " before it started";
        Optional<ExperimentRef> cancelled =
                sql.first(CANCEL, ExperimentRow::ref, message, at, at, tenant.value(), experiment.value());
        if (cancelled.isPresent()) {
            ExperimentEvents.append(
                    sql, cancelled.get(), new ExperimentEvent(1, "phase_changed", Phase.CANCELLED, message, at));
        }
        return cancelled.isPresent();
    }
}
