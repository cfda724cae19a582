package io.phoenix.domain.experiment;

/** Whether everything that the experiment made on the target is gone. */
public enum Cleanup {
    CLEAN,
    BLOCKED
}
