package io.phoenix.domain.experiment;

import io.phoenix.domain.tenant.TenantId;
import java.util.Optional;
import java.util.UUID;

/** Commands of people to experiments and what became of them. Thread-safe; every call is one transaction. */
public interface CommandStore {
    /**
     * Stores the command with its audit row and its outbox row; the same id and content again changes nothing and answers
     * what is stored.
     */
    StoredCommand submit(TenantId tenant, ExperimentId experiment, Command command);

    Optional<StoredCommand> find(TenantId tenant, ExperimentId experiment, UUID command);

    /** Writes the decision once; a second decision of the same command changes nothing. */
    void decide(TenantId tenant, ExperimentId experiment, UUID command, CommandDecision decision);
}
