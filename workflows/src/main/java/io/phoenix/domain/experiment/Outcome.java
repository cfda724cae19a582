package io.phoenix.domain.experiment;

/** What happened to the target. */
public enum Outcome {
    PROMOTED,
    NOT_PROMOTED,
    REVERTED,
    SUPERSEDED
}
