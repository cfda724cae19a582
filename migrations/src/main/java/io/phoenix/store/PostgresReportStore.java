package io.phoenix.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.ReportStore;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What was found and what it is worth, as documents. */
@Singleton
public final class PostgresReportStore implements ReportStore {
    private static final TypeReference<List<CostEstimate>> ESTIMATES = new TypeReference<>() {};

    private static final String SAVE_ANALYSIS = """
            INSERT INTO reports (tenant_id, experiment_id, result) VALUES (?, ?, ?::json)
            ON CONFLICT (tenant_id, experiment_id) DO UPDATE SET result = excluded.result, updated_at = now()""";

    private static final String ANALYSIS = "SELECT result FROM reports WHERE tenant_id = ? AND experiment_id = ?";

    private static final String SAVE_COSTS = """
            INSERT INTO costs (tenant_id, experiment_id, estimates) VALUES (?, ?, ?::json)
            ON CONFLICT (tenant_id, experiment_id) DO UPDATE SET estimates = excluded.estimates, updated_at = now()""";

    private static final String COSTS = "SELECT estimates FROM costs WHERE tenant_id = ? AND experiment_id = ?";

    private final TenantSession session;

    public PostgresReportStore(TenantSession session) {
        this.session = session;
    }

    @Override
    public void saveAnalysis(TenantId tenant, ExperimentId experiment, AnalysisResult result) {
        session.execute(
                tenant,
                "storing the analysis of experiment " + experiment,
                sql -> sql.update(SAVE_ANALYSIS, tenant.value(), experiment.value(), Json.write(result)));
    }

    @Override
    public Optional<AnalysisResult> analysis(TenantId tenant, ExperimentId experiment) {
        return session.run(
                tenant,
                "reading the analysis of experiment " + experiment,
                sql -> sql.first(
                        ANALYSIS,
                        row -> Json.read(row.text("result"), AnalysisResult.class),
                        tenant.value(),
                        experiment.value()));
    }

    @Override
    public void saveCosts(TenantId tenant, ExperimentId experiment, List<CostEstimate> costs) {
        session.execute(
                tenant,
                "storing the costs of experiment " + experiment,
                sql -> sql.update(SAVE_COSTS, tenant.value(), experiment.value(), Json.write(costs)));
    }

    @Override
    public List<CostEstimate> costs(TenantId tenant, ExperimentId experiment) {
        return session.run(
                        tenant,
                        "reading the costs of experiment " + experiment,
                        sql -> sql.first(
                                COSTS,
                                row -> Json.read(row.text("estimates"), ESTIMATES),
                                tenant.value(),
                                experiment.value()))
                .orElse(List.of());
    }
}
