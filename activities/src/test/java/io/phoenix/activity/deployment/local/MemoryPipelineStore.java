package io.phoenix.activity.deployment.local;

import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineStore;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.tenant.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A pipeline store of one tenant in memory. */
public final class MemoryPipelineStore implements PipelineStore {
    private final Map<ConfigHash, RenderedPipeline> pipelines = new ConcurrentHashMap<>();
    private final Map<ExperimentId, Map<String, ConfigHash>> assigned = new ConcurrentHashMap<>();

    @Override
    public void put(TenantId tenant, RenderedPipeline pipeline) {
        pipelines.put(pipeline.hash(), pipeline);
    }

    @Override
    public Optional<RenderedPipeline> find(TenantId tenant, ConfigHash hash) {
        return Optional.ofNullable(pipelines.get(hash));
    }

    @Override
    public void assign(TenantId tenant, ExperimentId experiment, Map<String, ConfigHash> byVariant) {
        assigned.put(experiment, Map.copyOf(byVariant));
    }

    @Override
    public Map<String, ConfigHash> assigned(TenantId tenant, ExperimentId experiment) {
        return assigned.getOrDefault(experiment, Map.of());
    }

    public int size() {
        return pipelines.size();
    }
}
