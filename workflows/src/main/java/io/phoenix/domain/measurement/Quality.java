package io.phoenix.domain.measurement;

/** How much of a window's data arrived; ordered from worst to best. */
public enum Quality {
    MISSING,
    DOWN,
    INCOMPLETE,
    COMPLETE
}
