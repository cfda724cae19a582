package io.phoenix.activity.target;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.target.Target;
import io.phoenix.domain.target.TargetChange;
import io.phoenix.domain.target.TargetGeneration;
import io.phoenix.domain.target.TargetStore;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A target store with one target in memory. */
public final class MemoryTargetStore implements TargetStore {
    private final List<TargetGeneration> history = new ArrayList<>();
    private Target target;
    private @Nullable ExperimentRef holder;

    public MemoryTargetStore(Target target) {
        this.target = target;
        note(target, "platform", "created");
    }

    @Override
    public List<Target> list(TenantId tenant) {
        return List.of(target);
    }

    @Override
    public Optional<Target> find(TenantId tenant, String name) {
        return Optional.of(target).filter(found -> found.name().equals(name));
    }

    @Override
    public List<TargetGeneration> history(TenantId tenant, String name) {
        return List.copyOf(history);
    }

    @Override
    public Target create(Target created, RenderedPipeline active) {
        return target;
    }

    @Override
    public Target reserve(ExperimentRef ref, String name) {
        if (holder != null && !holder.equals(ref)) {
            throw new FinalException(ErrorCode.TARGET_BUSY, name + " is held by " + holder.title());
        }
        holder = ref;
        return target;
    }

    @Override
    public void release(ExperimentRef ref, String name) {
        if (ref.equals(holder)) {
            holder = null;
        }
    }

    @Override
    public Optional<ExperimentRef> holder(TenantId tenant, String name) {
        return Optional.ofNullable(holder);
    }

    @Override
    public Target change(TargetChange change) {
        TargetGeneration last = history.getLast();
        boolean mine = last.generation() == change.fence() + 1
                && last.changedBy().equals(change.changedBy())
                && last.hash().equals(change.pipeline().hash());
        if (mine) {
            return target;
        }
        if (target.generation() != change.fence()) {
            throw new FinalException(ErrorCode.SUPERSEDED, "generation is " + target.generation());
        }
        requireLease(change);
        target = new Target(
                target.tenant(),
                target.name(),
                target.kind(),
                target.taskQueue(),
                change.pipeline().ref(),
                change.pipeline().hash(),
                change.fence() + 1);
        note(target, change.changedBy(), change.reason());
        return target;
    }

    private void requireLease(TargetChange change) {
        if (!change.byExperiment()) {
            if (holder != null) {
                throw new FinalException(ErrorCode.TARGET_BUSY, change.target() + " is held by " + holder.title());
            }
        } else if (holder == null || !holder.experiment().toString().equals(change.changedBy())) {
            throw new FinalException(ErrorCode.SUPERSEDED, change.target() + " is not held by " + change.changedBy());
        }
    }

    private void note(Target noted, String by, String reason) {
        history.add(new TargetGeneration(
                noted.generation(), noted.active(), noted.activeHash(), by, reason, Instant.EPOCH));
    }
}
