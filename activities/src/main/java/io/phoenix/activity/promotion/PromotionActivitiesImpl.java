package io.phoenix.activity.promotion;

import io.phoenix.activity.Heartbeat;
import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineStore;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.target.Target;
import io.phoenix.domain.target.TargetChange;
import io.phoenix.domain.target.TargetGeneration;
import io.phoenix.domain.target.TargetStore;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.workflow.experiment.PromoteRequest;
import io.phoenix.workflow.experiment.Promotion;
import io.phoenix.workflow.experiment.PromotionActivities;
import io.phoenix.workflow.experiment.VerifyLook;
import io.phoenix.workflow.experiment.VerifyRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Decides in the store, then lets the target follow. */
public final class PromotionActivitiesImpl implements PromotionActivities {
    private final TargetStore targets;
    private final PipelineStore pipelines;
    private final StandingPipeline standing;
    private final Heartbeat heartbeat;

    public PromotionActivitiesImpl(
            TargetStore targets, PipelineStore pipelines, StandingPipeline standing, Heartbeat heartbeat) {
        this.targets = targets;
        this.pipelines = pipelines;
        this.standing = standing;
        this.heartbeat = heartbeat;
    }

    @Override
    public Promotion promote(PromoteRequest request) {
        RenderedPipeline winner = text(request.ref(), request.winner());
        Target changed = change(request.ref(), request.target(), request.fence(), winner, "promoted");
        ConfigHash previous = previous(request.ref(), request.target(), request.fence());
        standing.apply(request.target(), winner, changed.generation());
        return new Promotion(request.target(), changed.generation(), winner.hash(), previous);
    }

    @Override
    public VerifyLook verifyPromotion(VerifyRequest request) {
        Promotion promotion = request.promotion();
        if (find(request.ref(), promotion.target()).generation() != promotion.generation()) {
            return new VerifyLook(false, true, List.of());
        }
        StandingHealth health = standing.health(promotion.target());
        List<Reason> breaches = new ArrayList<>(PromotionBreaches.of(health));
        boolean settled =
                health.healthy() && promotion.active().equals(health.running()) && health.acceptedPoints() > 0;
        if (settled && breaches.isEmpty()) {
            breaches.addAll(silent(request, health) ? PromotionBreaches.silent() : List.of());
        }
        if (settled && breaches.isEmpty() && !request.criticalProcesses().isEmpty()) {
            breaches.addAll(PromotionBreaches.lost(lostProcesses(request)));
        }
        return new VerifyLook(settled, false, breaches);
    }

    @Override
    public boolean revertPromotion(ExperimentRef ref, Promotion promotion) {
        if (!isOurs(ref, promotion)) {
            return false;
        }
        RenderedPipeline previous = text(ref, promotion.previous());
        Target changed;
        try {
            changed = change(ref, promotion.target(), promotion.generation(), previous, "reverted");
        } catch (FinalException e) {
            if (e.code() == ErrorCode.SUPERSEDED) {
                return false;
            }
            throw e;
        }
        standing.apply(promotion.target(), previous, changed.generation());
        return true;
    }

    /** The way back is known before the promotion: its generation may never have come, or be somebody else's. */
    private boolean isOurs(ExperimentRef ref, Promotion promotion) {
        return targets.history(ref.tenant(), promotion.target()).stream()
                .anyMatch(generation -> generation.generation() == promotion.generation()
                        && generation.changedBy().equals(ref.experiment().toString()));
    }

    /** Whether nothing is exported in two looks: nothing broken is seen then, nor anything that works. */
    private boolean silent(VerifyRequest request, StandingHealth health) {
        if (health.exportedSeries() > 0) {
            return false;
        }
        heartbeat.whileWaiting(request.interval().multipliedBy(2), "looking again for what the target exports");
        return standing.health(request.promotion().target()).exportedSeries() == 0;
    }

    /** What is missing in two looks: scrapes are not in phase, so that one look proves nothing. */
    private Set<String> lostProcesses(VerifyRequest request) {
        String target = request.promotion().target();
        Set<String> lost = new TreeSet<>(standing.missingProcesses(target, request.ref(), request.criticalProcesses()));
        if (!lost.isEmpty()) {
            heartbeat.whileWaiting(request.interval().multipliedBy(2), "looking again for " + String.join(", ", lost));
            lost.retainAll(standing.missingProcesses(target, request.ref(), request.criticalProcesses()));
        }
        return lost;
    }

    private Target change(ExperimentRef ref, String target, long fence, RenderedPipeline pipeline, String reason) {
        return targets.change(new TargetChange(
                ref.tenant(), target, fence, pipeline, ref.experiment().toString(), reason));
    }

    private ConfigHash previous(ExperimentRef ref, String target, long fence) {
        return targets.history(ref.tenant(), target).stream()
                .filter(generation -> generation.generation() == fence)
                .map(TargetGeneration::hash)
                .findFirst()
                .orElseThrow(() -> new FinalException(
                        ErrorCode.NOT_FOUND,
                        "generation " + fence + " of target " + target + " is not in its history"));
    }

    private Target find(ExperimentRef ref, String target) {
        return targets.find(ref.tenant(), target)
                .orElseThrow(() -> new FinalException(ErrorCode.NOT_FOUND, "there is no target " + target));
    }

    private RenderedPipeline text(ExperimentRef ref, ConfigHash hash) {
        return pipelines
                .find(ref.tenant(), hash)
                .orElseThrow(() -> new FinalException(ErrorCode.NOT_FOUND, "configuration " + hash + " is not stored"));
    }
}
