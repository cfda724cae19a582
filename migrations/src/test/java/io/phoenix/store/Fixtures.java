package io.phoenix.store;

import io.phoenix.domain.cost.Money;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.DecisionPolicy;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.Input;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.Pricing;
import io.phoenix.domain.experiment.Projection;
import io.phoenix.domain.experiment.Submission;
import io.phoenix.domain.experiment.Timing;
import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.tenant.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stores over a test database and the values that tests keep in them. */
final class Fixtures {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123456Z");

    private final PostgresExperimentStore experiments;

    Fixtures(TestDatabase database) {
        this.experiments = new PostgresExperimentStore(database.tenantSession(), new RecordSpecJson());
    }

    PostgresExperimentStore experiments() {
        return experiments;
    }

    /** A new pending run of the default tenant. */
    ExperimentRef experiment(String name) {
        return experiment(TenantId.DEFAULT, name, UUID.randomUUID().toString());
    }

    ExperimentRef experiment(TenantId tenant, String name, String key) {
        return experiments
                .submit(submission(tenant, name, key, "digest"))
                .experiment()
                .ref();
    }

    /** Says that the workflow has reached the phase. */
    boolean project(ExperimentRef ref, long sequence, Phase phase) {
        return experiments.project(projection(ref, sequence, phase));
    }

    static Projection projection(ExperimentRef ref, long sequence, Phase phase) {
        ExperimentHead head = new ExperimentHead(phase, false, 0.5, null, null, null, null, null, "now " + phase);
        return new Projection(
                ref, sequence, "phase_changed", head, NOW.plus(sequence, ChronoUnit.SECONDS), "run-" + sequence);
    }

    static Submission submission(TenantId tenant, String name, String key, String digest) {
        return submission(tenant, name, key, digest, NOW);
    }

    static Submission submission(TenantId tenant, String name, String key, String digest, Instant at) {
        return new Submission(tenant, spec(name), "alice", key, digest, 0.1, at);
    }

    static ExperimentSpec spec(String name) {
        PipelineRef candidate = new PipelineRef(
                "process-priority-filter-v1",
                Map.of("criticalNames", List.of("postgres", "nginx"), "share", 1e7, "k", 20, "deep", Map.of("a", 0.1)));
        return new ExperimentSpec(
                name,
                "Keep what matters on each host",
                Map.of("team", "web", "tier", "1"),
                "demo",
                new Variants(null, Map.of(Variants.CANDIDATE, candidate)),
                new Input(new Input.Simulation("realistic", 3, 100, Duration.ofMillis(200), 42), null),
                new Timing(
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(2),
                        null,
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(30)),
                new Criteria(
                        0.95,
                        List.of(new Criteria.Goal("active_series", 0.1 + 0.2)),
                        List.of(
                                new Criteria.Guardrail("collector_cpu", 0.25, null),
                                new Criteria.Guardrail("dropped_points", null, 0.0)),
                        List.of("postgres"),
                        1,
                        new Criteria.MinimumMonthlySaving(new Money(new BigDecimal("12.50"), "USD"), "grafana-cloud")),
                new DecisionPolicy(
                        DecisionPolicy.Promotion.AUTOMATIC,
                        new DecisionPolicy.Approval(
                                Duration.ofHours(1), DecisionPolicy.TimeoutAction.REJECT, true, false),
                        Duration.ofSeconds(20)),
                new Pricing(List.of("grafana-cloud")));
    }

    static RenderedPipeline pipeline(String yaml) {
        return new RenderedPipeline(
                new PipelineRef("process-baseline-v1", Map.of("limit", 1e7)), ConfigHash.of(yaml), yaml);
    }
}
