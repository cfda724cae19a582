package io.phoenix.activity.analysis.calibration;

import java.math.BigDecimal;

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

    private static final BigDecimal TOLERANCE = new BigDecimal("1.1");

    public double alpha() {
        return 1 - confidence;
    }

    /** The largest false-positive rate that is allowed: a tenth more than nominal, 5.5 % at a confidence of 95 %. */
    public double promised() {
        return BigDecimal.ONE
                .subtract(BigDecimal.valueOf(confidence))
                .multiply(TOLERANCE)
                .doubleValue();
    }

    /**
     * With so many runs two Monte-Carlo errors are no larger than the promise, whatever the rate: one above twice the promise
     * then shows that it is too large.
     */
    public long enoughRuns() {
        double most = Math.min(2 * promised(), 0.5);
        return (long) Math.ceil(4 * most * (1 - most) / (promised() * promised()));
    }
}
