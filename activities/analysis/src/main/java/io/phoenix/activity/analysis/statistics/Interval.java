package io.phoenix.activity.analysis.statistics;

/** Lower and upper bound of a ratio or of a difference. */
public record Interval(double lower, double upper) {
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    public boolean within(double lowest, double highest) {
        return lowest <= lower && upper <= highest;
    }

    public boolean disjoint(Interval other) {
        return upper < other.lower || other.upper < lower;
    }
}
