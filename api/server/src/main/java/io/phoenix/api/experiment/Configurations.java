package io.phoenix.api.experiment;

import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineStore;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Which configuration each collector of an experiment runs. */
@Singleton
final class Configurations {
    private final PipelineStore pipelines;

    Configurations(PipelineStore pipelines) {
        this.pipelines = pipelines;
    }

    RenderedPipeline required(Experiment experiment, String variant) {
        TenantId tenant = experiment.ref().tenant();
        ExperimentId id = experiment.ref().experiment();
        Map<String, ConfigHash> assigned = pipelines.assigned(tenant, id);
        return Optional.ofNullable(assigned.get(variant))
                .flatMap(hash -> pipelines.find(tenant, hash))
                .orElseThrow(() -> new FinalException(ErrorCode.NOT_FOUND, missing(variant, assigned)));
    }

    private static String missing(String variant, Map<String, ConfigHash> assigned) {
        return assigned.isEmpty()
                ? "nothing has been rendered for this experiment"
                : "there is no variant '" + variant + "', there are "
                        + String.join(", ", new TreeSet<>(assigned.keySet()));
    }
}
