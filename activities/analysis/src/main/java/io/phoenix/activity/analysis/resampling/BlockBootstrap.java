package io.phoenix.activity.analysis.resampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bootstrap in blocks of time, both variants together, so that neither the pairing nor the memory of the series is lost.
 * Consistent for means and for quantiles inside the distribution; never for a maximum (Bickel and Freedman 1981).
 *
 * @param blockLength mean length under {@link Scheme#STATIONARY}, else the length
 * @param seed the same seed gives the same resamples
 */
public record BlockBootstrap(Scheme scheme, double blockLength, int resamples, long seed) {
    private static final int MOST_PARTS = 200;

    /** The distributions of the statistics over the same resamples, in their order. Empty for no pairs. */
    public List<BootstrapDistribution> of(PairedStatistic statistic) {
        int n = statistic.size();
        if (n == 0) {
            return List.of();
        }
        double[] estimates = statistic.estimates();
        double[][] values = new double[estimates.length][resamples];
        SplitMix64 random = new SplitMix64(seed);
        Resample resample = new Resample(n);
        Scheme.Drawing drawing = scheme.of(n, blockLength);
        for (int b = 0; b < resamples; b++) {
            drawing.next(resample, random);
            double[] drawn = statistic.of(resample);
            for (int s = 0; s < drawn.length; s++) {
                values[s][b] = drawn[s];
            }
        }
        double[][] without = jackknife(statistic, estimates.length);
        List<BootstrapDistribution> distributions = new ArrayList<>();
        for (int s = 0; s < estimates.length; s++) {
            Arrays.sort(values[s]);
            distributions.add(
                    new BootstrapDistribution(estimates[s], values[s], BootstrapDistribution.acceleration(without[s])));
        }
        return List.copyOf(distributions);
    }

    /** Each statistic without one block after the other, for Efron's acceleration. */
    private double[][] jackknife(PairedStatistic statistic, int statistics) {
        int n = statistic.size();
        int length = (int) Math.max(1, Math.min(n, Math.rint(blockLength)));
        int parts = Math.min(MOST_PARTS, n / length);
        double[][] without = new double[statistics][parts < 2 ? 0 : parts];
        Resample rest = new Resample(1);
        for (int j = 0; j < without[0].length; j++) {
            int from = (int) ((long) j * n / parts);
            int to = (int) ((long) (j + 1) * n / parts);
            rest.clear();
            rest.add(to % n, n - (to - from));
            double[] values = statistic.of(rest);
            for (int s = 0; s < statistics; s++) {
                without[s][j] = values[s];
            }
        }
        return without;
    }
}
