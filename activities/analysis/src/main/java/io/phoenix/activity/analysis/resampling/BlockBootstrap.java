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
    /** The distribution of each statistic over the same resamples. All statistics must be of as many pairs. */
    public List<BootstrapDistribution> of(List<? extends PairedStatistic> statistics) {
        if (statistics.isEmpty() || statistics.getFirst().size() == 0) {
            return List.of();
        }
        int n = statistics.getFirst().size();
        double[][] values = new double[statistics.size()][resamples];
        SplitMix64 random = new SplitMix64(seed);
        Resample resample = new Resample(n);
        for (int b = 0; b < resamples; b++) {
            scheme.draw(resample, n, blockLength, random);
            for (int s = 0; s < values.length; s++) {
                values[s][b] = statistics.get(s).of(resample);
            }
        }
        List<BootstrapDistribution> distributions = new ArrayList<>();
        for (int s = 0; s < values.length; s++) {
            PairedStatistic statistic = statistics.get(s);
            Arrays.sort(values[s]);
            distributions.add(new BootstrapDistribution(statistic.estimate(), values[s], acceleration(statistic)));
        }
        return List.copyOf(distributions);
    }

    /** Efron's acceleration from a jackknife that leaves out one block after the other. */
    private double acceleration(PairedStatistic statistic) {
        int n = statistic.size();
        int length = (int) Math.max(1, Math.min(n, Math.rint(blockLength)));
        int parts = n / length;
        if (parts < 2) {
            return 0;
        }
        double[] without = new double[parts];
        Resample rest = new Resample(1);
        for (int j = 0; j < parts; j++) {
            int from = (int) ((long) j * n / parts);
            int to = (int) ((long) (j + 1) * n / parts);
            rest.blocks = 0;
            rest.add(to % n, n - (to - from));
            without[j] = statistic.of(rest);
        }
        return BootstrapDistribution.acceleration(without);
    }
}
