package io.phoenix.domain.analysis;

import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/** What was found and what it is worth, per experiment; the last write wins. Thread-safe. */
public interface ReportStore {
    void saveAnalysis(TenantId tenant, ExperimentId experiment, AnalysisResult result);

    Optional<AnalysisResult> analysis(TenantId tenant, ExperimentId experiment);

    void saveCosts(TenantId tenant, ExperimentId experiment, List<CostEstimate> costs);

    List<CostEstimate> costs(TenantId tenant, ExperimentId experiment);
}
