package io.phoenix.activity.verdict;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.ReportStore;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.tenant.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class MemoryReportStore implements ReportStore {
    private final Map<String, AnalysisResult> analyses = new HashMap<>();
    private final Map<String, List<CostEstimate>> costs = new HashMap<>();

    @Override
    public void saveAnalysis(TenantId tenant, ExperimentId experiment, AnalysisResult result) {
        analyses.put(key(tenant, experiment), result);
    }

    @Override
    public Optional<AnalysisResult> analysis(TenantId tenant, ExperimentId experiment) {
        return Optional.ofNullable(analyses.get(key(tenant, experiment)));
    }

    @Override
    public void saveCosts(TenantId tenant, ExperimentId experiment, List<CostEstimate> estimates) {
        costs.put(key(tenant, experiment), List.copyOf(estimates));
    }

    @Override
    public List<CostEstimate> costs(TenantId tenant, ExperimentId experiment) {
        return costs.getOrDefault(key(tenant, experiment), List.of());
    }

    private static String key(TenantId tenant, ExperimentId experiment) {
        return tenant + "/" + experiment;
    }
}
