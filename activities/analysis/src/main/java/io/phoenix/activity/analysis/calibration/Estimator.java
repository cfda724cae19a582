package io.phoenix.activity.analysis.calibration;

import io.phoenix.activity.analysis.RatioTests;

/** Whose errors are counted. */
public enum Estimator {
    /** The estimator that decides, before any gate. */
    PRIMARY("primary"),
    /** What an experiment would decide: the primary behind its rules and its memory gate. */
    VERDICT("verdict"),
    NEWEY_WEST("neweyWest"),
    EIGHT_BLOCKS("eightBlocks"),
    WELCH("welch");

    private final String key;

    Estimator(String key) {
        this.key = key;
    }

    /** The name in JSON and CSV. */
    public String key() {
        return key;
    }

    /** Whether the true ratio is denied to be 1. A p-value that does not exist denies nothing. */
    boolean denies(RatioTests tests, double alpha) {
        return pValue(tests) < alpha;
    }

    /** Whether a saving is shown. */
    boolean shows(RatioTests tests, double alpha) {
        return denies(tests, alpha) && tests.ratio() < 1;
    }

    private double pValue(RatioTests tests) {
        return switch (this) {
            case PRIMARY -> tests.primary();
            case VERDICT -> verdict(tests);
            case NEWEY_WEST -> tests.neweyWest();
            case EIGHT_BLOCKS -> tests.eightBlocks();
            case WELCH -> tests.welch();
        };
    }

    private static double verdict(RatioTests tests) {
        return switch (tests.standing()) {
            case DECIDES -> tests.primary();
            case HELD_BACK -> Double.NaN;
            case FAR_FROM_THRESHOLD -> 0;
        };
    }
}
