package io.phoenix.domain.pipeline;

import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.tenant.TenantId;
import java.util.Map;
import java.util.Optional;

/** Rendered configurations of a tenant, addressed by their hash. Thread-safe; every call is one transaction. */
public interface PipelineStore {
    /** Stores the text; the same hash again changes nothing. */
    void put(TenantId tenant, RenderedPipeline pipeline);

    Optional<RenderedPipeline> find(TenantId tenant, ConfigHash hash);

    /** Remembers which configuration each variant (and the source, under {@code source}) of an experiment runs. */
    void assign(TenantId tenant, ExperimentId experiment, Map<String, ConfigHash> byVariant);

    Map<String, ConfigHash> assigned(TenantId tenant, ExperimentId experiment);
}
