package io.phoenix.activity.analysis.calibration;

/**
 * What is simulated.
 *
 * @param runs in each cell
 * @param confidence of the two-sided interval
 * @param effect the true saving whose detection is the power, in standard deviations of the ratio from step to step
 */
public record Settings(int runs, long seed, double confidence, double effect) {
    /** From how many memories on the false-positive rate is promised. */
    public static final int MEMORIES = 24;

    /** A duration in memories is a quotient of rounded numbers. */
    static final double ROUNDING = 1e-9;

    private static final double TOLERANCE = 1.1;

    public double alpha() {
        return 1 - confidence;
    }

    /** The largest false-positive rate that is allowed: a tenth more than nominal, 5.5 % at a confidence of 95 %. */
    public double promised() {
        return TOLERANCE * alpha();
    }
}
