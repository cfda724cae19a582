package io.phoenix.store;

import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineStore;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rendered pipelines by their hash, and which of them an experiment runs. */
@Singleton
public final class PostgresPipelineStore implements PipelineStore {
    private static final String FIND =
            "SELECT hash, template, parameters, yaml FROM pipelines WHERE tenant_id = ? AND hash = ?";

    private static final String ASSIGN = """
            INSERT INTO experiment_pipelines (tenant_id, experiment_id, variant, hash) VALUES (?, ?, ?, ?)
            ON CONFLICT (tenant_id, experiment_id, variant) DO UPDATE SET hash = excluded.hash""";

    private static final String ASSIGNED =
            "SELECT variant, hash FROM experiment_pipelines WHERE tenant_id = ? AND experiment_id = ?";

    private final TenantSession session;

    public PostgresPipelineStore(TenantSession session) {
        this.session = session;
    }

    @Override
    public void put(TenantId tenant, RenderedPipeline pipeline) {
        session.execute(tenant, "storing pipeline " + pipeline.hash(), sql -> {
            Pipelines.put(sql, tenant, pipeline);
        });
    }

    @Override
    public Optional<RenderedPipeline> find(TenantId tenant, ConfigHash hash) {
        return session.run(
                tenant,
                "reading pipeline " + hash,
                sql -> sql.first(
                        FIND,
                        row -> new RenderedPipeline(Pipelines.ref(row), Pipelines.hash(row), row.text("yaml")),
                        tenant.value(),
                        hash.value()));
    }

    @Override
    public void assign(TenantId tenant, ExperimentId experiment, Map<String, ConfigHash> byVariant) {
        List<Object[]> rows = byVariant.entrySet().stream()
                .map(entry -> new Object[] {
                    tenant.value(),
                    experiment.value(),
                    entry.getKey(),
                    entry.getValue().value()
                })
                .toList();
        session.execute(tenant, "assigning pipelines to experiment " + experiment, sql -> {
            sql.batch(ASSIGN, rows);
        });
    }

    @Override
    public Map<String, ConfigHash> assigned(TenantId tenant, ExperimentId experiment) {
        return session.run(tenant, "reading pipelines of experiment " + experiment, sql -> {
            Map<String, ConfigHash> byVariant = new TreeMap<>();
            sql.list(
                    ASSIGNED,
                    row -> byVariant.put(row.text("variant"), Pipelines.hash(row)) == null,
                    tenant.value(),
                    experiment.value());
            return byVariant;
        });
    }
}
