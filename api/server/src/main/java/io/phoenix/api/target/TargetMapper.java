package io.phoenix.api.target;

import io.phoenix.client.PipelineResponse;
import io.phoenix.client.TargetGenerationResponse;
import io.phoenix.client.TargetResponse;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.target.Target;
import io.phoenix.domain.target.TargetGeneration;
import java.util.Optional;

/** Targets as the interface shows them. */
final class TargetMapper {
    private TargetMapper() {}

    static TargetResponse of(Target target, Optional<ExperimentRef> holder) {
        return new TargetResponse(
                target.name(),
                target.kind().name(),
                pipeline(target.active()),
                target.activeHash().value(),
                target.generation(),
                holder.map(ref -> ref.experiment().toString()).orElse(null));
    }

    static TargetGenerationResponse of(TargetGeneration entry) {
        return new TargetGenerationResponse(
                entry.generation(),
                pipeline(entry.pipeline()),
                entry.hash().value(),
                entry.changedBy(),
                entry.reason(),
                entry.at());
    }

    private static PipelineResponse pipeline(PipelineRef ref) {
        return new PipelineResponse(ref.template(), ref.parameters());
    }
}
