package io.phoenix.domain.experiment;

/** Where an experiment is. Paused is a flag beside it, not a phase. */
public enum Phase {
    PENDING,
    INITIALIZING,
    RUNNING,
    ANALYZING,
    AWAITING_APPROVAL,
    PROMOTING,
    ROLLING_BACK,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** Whether nothing follows this phase. */
    public boolean terminal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
