package io.phoenix.activity.promotion;

import io.phoenix.domain.pipeline.PipelineStore;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.target.Target;
import io.phoenix.domain.target.TargetChange;
import io.phoenix.domain.target.TargetGeneration;
import io.phoenix.domain.target.TargetStore;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.workflow.target.RollbackPlan;
import io.phoenix.workflow.target.TargetControlActivities;

/** Decides in the store, then lets the target follow, as a promotion does. */
public final class TargetControlActivitiesImpl implements TargetControlActivities {
    private final TargetStore targets;
    private final PipelineStore pipelines;
    private final StandingPipeline standing;

    public TargetControlActivitiesImpl(TargetStore targets, PipelineStore pipelines, StandingPipeline standing) {
        this.targets = targets;
        this.pipelines = pipelines;
        this.standing = standing;
    }

    @Override
    public Target rollBackTarget(RollbackPlan plan) {
        TargetGeneration earlier = targets.history(plan.tenant(), plan.target()).stream()
                .filter(generation -> generation.generation() == plan.toGeneration())
                .findFirst()
                .orElseThrow(() -> missing(plan, "has no generation " + plan.toGeneration()));
        RenderedPipeline pipeline = pipelines
                .find(plan.tenant(), earlier.hash())
                .orElseThrow(() -> missing(plan, "has lost the text of generation " + plan.toGeneration()));
        Target changed = targets.change(
                new TargetChange(plan.tenant(), plan.target(), plan.fence(), pipeline, plan.actor(), "rolled_back"));
        standing.apply(plan.target(), pipeline, changed.generation());
        return changed;
    }

    private static FinalException missing(RollbackPlan plan, String what) {
        return new FinalException(ErrorCode.NOT_FOUND, "target " + plan.target() + " " + what);
    }
}
