package io.phoenix.domain.experiment;

import io.phoenix.domain.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Experiments of a tenant: intent, projection and history. Thread-safe; every call is one transaction. */
public interface ExperimentStore {
    /**
     * Stores a new run with its idempotency record, audit row and outbox row in one transaction. The same key and body
     * answer the run stored first; the same key with another body is {@code idempotency_key_reused}.
     */
    Submitted submit(Submission submission);

    Optional<Experiment> find(TenantId tenant, ExperimentId experiment);

    /** The run with this number, or the latest run when {@code number} is null. */
    Optional<Experiment> findByName(TenantId tenant, String name, @Nullable Integer number);

    ExperimentPage list(TenantId tenant, ExperimentQuery query);

    List<ExperimentEvent> events(TenantId tenant, ExperimentId experiment);

    /**
     * Writes the head of the experiment when the sequence is newer than the stored one, and its event once per sequence.
     *
     * @return whether the head was written
     */
    boolean project(Projection projection);

    /**
     * Removes a terminal experiment with its measurements; audit rows stay.
     *
     * @return whether there was one
     */
    boolean delete(TenantId tenant, ExperimentId experiment, String actor);
}
