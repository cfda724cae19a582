package io.phoenix.activity.analysis.sequential;

import io.phoenix.activity.analysis.statistics.Interval;
import io.phoenix.activity.analysis.statistics.Moments;
import java.util.Optional;

/**
 * An interval of the mean that may be looked at after every block (asymptotic confidence sequence of Waudby-Smith et al.
 * 2021, the mixture of Johari et al. 2015), widened by the correlation of neighbouring blocks. Blocks must be of one
 * length that does not grow with the run.
 *
 * @param tightestAt number of blocks at which the interval is tightest for its purpose, fixed before the run
 */
public record ConfidenceSequence(double alpha, int tightestAt) {
    /** The sequence is only asymptotic: an earlier start raises the rate of false findings, to 8 % at 8 blocks. */
    public static final int FEWEST_BLOCKS = 15;

    private static final double HIGHEST_CORRELATION = 0.97;

    /** Empty before the fifteenth block and for values that are not finite. */
    public Optional<Interval> of(double[] blockMeans) {
        int m = blockMeans.length;
        if (m < FEWEST_BLOCKS || !Moments.finite(blockMeans)) {
            return Optional.empty();
        }
        double[] x = Moments.centred(blockMeans);
        double squares = Moments.sumOfSquares(x);
        double r1 = squares > 0 ? Moments.laggedProducts(x, 1) / squares : 0;
        double rc = Moments.clip(r1 + (1 + 3 * r1) / m, 0, HIGHEST_CORRELATION);
        double half = Math.sqrt(squares / (m - 1)) * Math.sqrt((1 + rc) / (1 - rc)) * width(m);
        double mean = Moments.mean(blockMeans);
        return Optional.of(new Interval(mean - half, mean + half));
    }

    /** Half-width in standard deviations of a block mean. */
    double width(int m) {
        double logAlpha = -2 * StrictMath.log(alpha);
        double q2 = (logAlpha + StrictMath.log(logAlpha + 1)) / tightestAt;
        double grown = m * q2 + 1;
        return Math.sqrt(2 * grown / (m * (double) m * q2) * StrictMath.log(Math.sqrt(grown) / alpha));
    }
}
