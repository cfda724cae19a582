package io.phoenix.activity.analysis;

/** Lower and upper bound of a ratio or of a difference. */
record Interval(double lower, double upper) {
    boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    boolean within(double lowest, double highest) {
        return lowest <= lower && upper <= highest;
    }

    boolean disjoint(Interval other) {
        return upper < other.lower || other.upper < lower;
    }
}
