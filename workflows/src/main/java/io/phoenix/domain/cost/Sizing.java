package io.phoenix.domain.cost;

/** Whether the stored size of a sample follows the size in which it was sent. */
public enum Sizing {
    /** A sample takes the same room whatever its labels are. */
    FIXED("samplesPerMinute"),
    /** A sample of half the size, against the baseline's, takes half the room. */
    AS_SENT("weightedSamplesPerMinute");

    private final String input;

    Sizing(String input) {
        this.input = input;
    }

    /** What is counted, as a name in formulas. */
    public String input() {
        return input;
    }
}
