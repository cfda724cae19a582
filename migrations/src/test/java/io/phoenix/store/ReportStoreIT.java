package io.phoenix.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.ParityResult;
import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.Money;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.tenant.TenantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportStoreIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Fixtures FIXTURES = new Fixtures(DATABASE);
    private static final PostgresReportStore REPORTS = new PostgresReportStore(DATABASE.tenantSession());
    private static final PostgresPipelineStore PIPELINES = new PostgresPipelineStore(DATABASE.tenantSession());
    private static final TenantId TENANT = TenantId.DEFAULT;

    @Test
    void anAnalysisComesBackAsItWasAndTheLastOneWins() {
        ExperimentRef ref = FIXTURES.experiment("analysed");
        AnalysisResult last = analysis(Verdict.PROMOTE, 0.1 + 0.2);

        REPORTS.saveAnalysis(TENANT, ref.experiment(), analysis(Verdict.INCONCLUSIVE, 1.0 / 3));
        REPORTS.saveAnalysis(TENANT, ref.experiment(), last);

        assertThat(REPORTS.analysis(TENANT, ref.experiment())).contains(last);
        assertThat(REPORTS.analysis(new TenantId(TestDatabase.OTHER_TENANT), ref.experiment()))
                .isEmpty();
    }

    @Test
    void costsKeepTheirOrderAndEveryDigit() {
        ExperimentRef ref = FIXTURES.experiment("priced");
        List<CostEstimate> costs = List.of(cost("b", "12.50"), cost("a", "0.000000000001"));

        REPORTS.saveCosts(TENANT, ref.experiment(), costs);

        assertThat(REPORTS.costs(TENANT, ref.experiment())).isEqualTo(costs);
        assertThat(REPORTS.costs(TENANT, FIXTURES.experiment("unpriced").experiment()))
                .isEmpty();
    }

    @Test
    void aPipelineIsKeptOnceUnderItsHash() {
        ExperimentRef ref = FIXTURES.experiment("piped");
        RenderedPipeline pipeline = Fixtures.pipeline("receivers: {otlp: {}} # größer");

        PIPELINES.put(TENANT, pipeline);
        PIPELINES.put(TENANT, pipeline);
        PIPELINES.assign(TENANT, ref.experiment(), Map.of("baseline", pipeline.hash(), "source", pipeline.hash()));
        PIPELINES.assign(TENANT, ref.experiment(), Map.of("baseline", pipeline.hash()));

        assertThat(PIPELINES.find(TENANT, pipeline.hash())).contains(pipeline);
        assertThat(PIPELINES.find(TENANT, ConfigHash.of("unknown"))).isEmpty();
        assertThat(PIPELINES.assigned(TENANT, ref.experiment()))
                .isEqualTo(Map.of("baseline", pipeline.hash(), "source", pipeline.hash()));
    }

    private static AnalysisResult analysis(Verdict verdict, double ratio) {
        MetricResult metric = new MetricResult(
                "active_series",
                "goal",
                "pass",
                List.of("GOAL_MET"),
                60,
                1.0,
                1e7,
                4321.0,
                ratio,
                1 - ratio,
                0.95,
                0.3,
                0.4,
                0.31,
                0.39,
                1e-17,
                24,
                -0.01,
                23.5,
                22.0,
                "BLOCKS",
                List.of(),
                1e-300,
                false,
                null,
                null,
                null,
                Map.of("welch", Map.of("p", 0.01)));
        Reason reason = new Reason("GOAL_MET", "active_series", "saves 70 %");
        return new AnalysisResult(
                AnalysisResult.SCHEMA,
                verdict,
                List.of(reason, new Reason("INFO", null, "whole run")),
                "observed level",
                List.of(new CandidateResult("candidate", verdict, List.of(reason), 1, List.of(metric))),
                Map.of("candidate", new ParityResult("pass", List.of(), 1.0, null, null)),
                Map.of("step", "2s", "alpha", 1e7, "blocks", 24, "goals", List.of(Map.of("metric", "active_series"))),
                "abc");
    }

    private static CostEstimate cost(String candidate, String amount) {
        Money money = new Money(new BigDecimal(amount), "USD");
        return new CostEstimate(
                candidate, "grafana-cloud", "2026-10", true, money, money, null, money, List.of("list price"));
    }
}
