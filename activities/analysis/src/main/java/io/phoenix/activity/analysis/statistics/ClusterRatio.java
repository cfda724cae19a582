package io.phoenix.activity.analysis.statistics;

import java.util.Optional;

/**
 * The ratio of totals over independent hosts, r = sum c / sum b, with the error bar of its residuals c - r b between hosts
 * and k - 1 degrees of freedom (Cochran 1977; R's {@code survey::svyratio}). The host is the replicate: however long a
 * host is measured, it counts once.
 */
public final class ClusterRatio {
    /** Fewer hosts give no usable error bar. */
    public static final int FEWEST_HOSTS = 5;

    private ClusterRatio() {}

    /**
     * One total per host, in one order on both sides; the interval is on the log scale. Empty for fewer than 5 hosts,
     * totals that are not finite, a baseline or a candidate that is not positive in sum.
     */
    public static Optional<Estimate> of(double[] baseline, double[] candidate) {
        int k = baseline.length;
        double mean = Moments.mean(baseline);
        double ratio = Moments.mean(candidate) / mean;
        if (k < FEWEST_HOSTS || k != candidate.length || !(mean > 0) || !(ratio > 0) || Double.isInfinite(ratio)) {
            return Optional.empty();
        }
        double squares = 0;
        for (int h = 0; h < k; h++) {
            double residual = candidate[h] / mean - ratio * (baseline[h] / mean);
            squares += residual * residual;
        }
        double standardError = Math.sqrt(squares / (k - 1) / k);
        return Optional.of(
                standardError > 1e-12 * Math.max(1, ratio)
                        ? new Estimate.LogScale(ratio, standardError, k - 1.0)
                        : Estimate.Known.exactly(ratio));
    }
}
