package io.phoenix.domain.analysis;

/** What the data say about the candidate. */
public enum Verdict {
    PROMOTE,
    REJECT,
    INCONCLUSIVE,
    /** The data cannot be trusted. */
    INVALID
}
