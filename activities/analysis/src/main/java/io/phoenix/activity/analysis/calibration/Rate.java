package io.phoenix.activity.analysis.calibration;

/** How many of independent runs had it. */
public record Rate(int hits, int runs) {
    public double share() {
        return (double) hits / runs;
    }

    /** Monte-Carlo standard error of the share. */
    public double error() {
        return Math.sqrt(share() * (1 - share()) / runs);
    }
}
