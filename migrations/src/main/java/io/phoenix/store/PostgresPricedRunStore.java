package io.phoenix.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.PricedRun;
import io.phoenix.domain.cost.PricedRunStore;
import io.phoenix.domain.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Ended experiments with what was priced of them. */
@Singleton
public final class PostgresPricedRunStore implements PricedRunStore {
    private static final TypeReference<List<CostEstimate>> ESTIMATES = new TypeReference<>() {};

    private static final String LIST = "SELECT e.*, c.estimates FROM (" + ExperimentRow.SELECT
            + " WHERE tenant_id = ? AND ended_at IS NOT NULL) e"
            + " JOIN costs c ON c.tenant_id = e.tenant_id AND c.experiment_id = e.id ORDER BY e.ended_at, e.id";

    private final TenantSession session;
    private final SpecJson specs;

    public PostgresPricedRunStore(TenantSession session, SpecJson specs) {
        this.session = session;
        this.specs = specs;
    }

    @Override
    public List<PricedRun> list(TenantId tenant) {
        return session.run(tenant, "listing priced runs", sql -> sql.list(LIST, this::run, tenant.value())).stream()
                .filter(run -> !run.costs().isEmpty())
                .toList();
    }

    /** Estimates are stored by rank, so the first one is of the winner. */
    private PricedRun run(Row row) throws SQLException {
        List<CostEstimate> estimates = Json.read(row.text("estimates"), ESTIMATES).stream()
                .map(CostEstimate::withoutFigures)
                .toList();
        String first = estimates.isEmpty() ? "" : estimates.getFirst().candidate();
        return new PricedRun(ExperimentRow.read(row, specs), first, estimates);
    }
}
