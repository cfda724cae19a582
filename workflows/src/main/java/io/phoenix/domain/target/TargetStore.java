package io.phoenix.domain.target;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/** Targets, their history and the lease that one experiment holds on each. Thread-safe; every call is one transaction. */
public interface TargetStore {
    List<Target> list(TenantId tenant);

    Optional<Target> find(TenantId tenant, String name);

    List<TargetGeneration> history(TenantId tenant, String name);

    /** Creates the target with generation 1, or answers the one that is there. */
    Target create(Target target, RenderedPipeline active);

    /**
     * Takes the lease of the target for the experiment; taking it again is the same lease.
     *
     * @throws io.phoenix.error.PhoenixException {@code target_busy} naming the holder, or {@code not_found}
     */
    Target reserve(ExperimentRef ref, String name);

    /** Gives the lease back; a lease that is not held is given back already. */
    void release(ExperimentRef ref, String name);

    /** The experiment that holds the lease. */
    Optional<ExperimentRef> holder(TenantId tenant, String name);

    /**
     * Makes the pipeline the active one if the generation is still {@code change.fence()}; repeating a change that this
     * author has made already answers it again. A change by a person is audited with it.
     *
     * @throws io.phoenix.error.PhoenixException {@code superseded} when somebody else changed it or the experiment does
     *     not hold it any more, {@code target_busy} for a person while an experiment holds it
     */
    Target change(TargetChange change);
}
