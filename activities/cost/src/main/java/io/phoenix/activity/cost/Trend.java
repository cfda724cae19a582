package io.phoenix.activity.cost;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A straight line through points by ordinary least squares, errors independent and of one variance; as R's {@code lm} with
 * {@code confint} and {@code predict(interval = "prediction")}.
 *
 * @param n points
 * @param residual standard deviation of the residuals, on n - 2 degrees of freedom
 * @param squares sum of the squared distances of x from its mean
 */
record Trend(int n, double meanX, double meanY, double slope, double residual, double squares) {
    /** Null with fewer than three different x. */
    static @Nullable Trend of(double[] x, double[] y) {
        if (Arrays.stream(x).distinct().count() < 3) {
            return null;
        }
        double meanX = mean(x);
        double meanY = mean(y);
        double squares = 0;
        double products = 0;
        for (int i = 0; i < x.length; i++) {
            squares += (x[i] - meanX) * (x[i] - meanX);
            products += (x[i] - meanX) * (y[i] - meanY);
        }
        double slope = products / squares;
        double errors = 0;
        for (int i = 0; i < x.length; i++) {
            double error = y[i] - meanY - slope * (x[i] - meanX);
            errors += error * error;
        }
        return new Trend(x.length, meanX, meanY, slope, Math.sqrt(errors / (x.length - 2)), squares);
    }

    double at(double x) {
        return meanY + slope * (x - meanX);
    }

    /** Half the width of the confidence interval of the slope. */
    double slopeMargin(double confidence) {
        return quantile(confidence) * residual / Math.sqrt(squares);
    }

    /** Half the width of the interval in which one more point at x lies. */
    double predictionMargin(double x, double confidence) {
        double distance = x - meanX;
        return quantile(confidence) * residual * Math.sqrt(1 + 1.0 / n + distance * distance / squares);
    }

    private double quantile(double confidence) {
        return new TDistribution(null, n - 2).inverseCumulativeProbability((1 + confidence) / 2);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
