package io.phoenix.activity.analysis.planning;

import io.phoenix.activity.analysis.statistics.Moments;
import java.util.Optional;

/**
 * The slowest time in which a ratio forgets, from the residuals of a long history: the exponential decay of their
 * correlations over the farther half of the lags at which they are significant (beyond Bartlett's 1946 bounds). The near
 * lags speak of the fast part alone, under which the slow one hides.
 *
 * @param steps the time constant in steps, at least 1
 * @param longestSupported what a history of this length can show at all, a 24th of it
 */
public record MemorySuggestion(double steps, double longestSupported) {
    private static final int MEMORIES = 24;

    /** Empty for fewer than 48 residuals, without variation and for values that are not finite. */
    public static Optional<MemorySuggestion> of(double[] residuals) {
        int n = residuals.length;
        double[] centred = Moments.centred(residuals);
        double squares = Moments.sumOfSquares(centred);
        if (n < 2 * MEMORIES || !(squares > 0) || Double.isInfinite(squares)) {
            return Optional.empty();
        }
        double[] logarithms = logarithmsOfSignificant(centred, squares);
        double steps = Math.max(1, Math.min(n, timeConstant(logarithms)));
        return Optional.of(new MemorySuggestion(steps, (double) n / MEMORIES));
    }

    /** The longest of several histories' memories is the one to declare. */
    public MemorySuggestion orLonger(MemorySuggestion other) {
        return steps >= other.steps ? this : other;
    }

    /** Whether the history is long enough to be believed. */
    public boolean supported() {
        return steps <= longestSupported;
    }

    /** ln of the correlations at lags 1, 2, ... as long as they are significant. */
    private static double[] logarithmsOfSignificant(double[] centred, double squares) {
        int n = centred.length;
        int most = n / 4;
        double[] logarithms = new double[most];
        double sum = 0;
        int lag = 0;
        while (lag < most) {
            double correlation = Moments.laggedProducts(centred, lag + 1) / squares;
            if (!(correlation > 2 * Math.sqrt((1 + 2 * sum) / n))) {
                break;
            }
            logarithms[lag++] = StrictMath.log(correlation);
            sum += correlation * correlation;
        }
        return java.util.Arrays.copyOf(logarithms, lag);
    }

    /** -1 / slope over the farther half; one lag alone is taken against correlation 1 at lag 0. */
    private static double timeConstant(double[] logarithms) {
        int lags = logarithms.length;
        if (lags == 0) {
            return 0;
        }
        if (lags == 1) {
            return -1 / logarithms[0];
        }
        int from = lags < 4 ? 0 : lags / 2;
        int count = lags - from;
        double middle = from + (count - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int i = from; i < lags; i++) {
            products += (i - middle) * logarithms[i];
            squares += (i - middle) * (i - middle);
        }
        double slope = products / squares;
        return slope < 0 ? -1 / slope : Double.POSITIVE_INFINITY;
    }
}
