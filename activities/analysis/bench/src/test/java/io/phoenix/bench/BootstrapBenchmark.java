package io.phoenix.bench;

import io.phoenix.activity.analysis.resampling.BlockBootstrap;
import io.phoenix.activity.analysis.resampling.BlockLength;
import io.phoenix.activity.analysis.resampling.BootstrapDistribution;
import io.phoenix.activity.analysis.resampling.RatioOfQuantiles;
import io.phoenix.activity.analysis.resampling.Scheme;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** 2,000 stationary resamples of the ratio of 95th percentiles, its standard error and interval, block length included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BootstrapBenchmark {
    static final int RESAMPLES = 2000;
    static final double PROBABILITY = 0.95;

    @Param("10000")
    public int size;

    private double[] baseline = {};
    private double[] candidate = {};

    @Setup
    public void setup() {
        double[] load = Noise.autoregressive(0.7, 3, size);
        baseline = side(load, 4, 100);
        candidate = side(load, 5, 80);
        Percentile quantile = new Percentile(100 * PROBABILITY).withEstimationType(Percentile.EstimationType.R_7);
        Agreement.check("estimate", phoenix().estimate(), quantile.evaluate(candidate) / quantile.evaluate(baseline));
    }

    double[] baseline() {
        return baseline;
    }

    double[] candidate() {
        return candidate;
    }

    private static double[] side(double[] load, long seed, double level) {
        double[] own = Noise.autoregressive(0.7, seed, load.length);
        Arrays.setAll(own, t -> level * (1 + 0.05 * load[t] + 0.02 * own[t]));
        return own;
    }

    @Benchmark
    public BootstrapDistribution phoenix() {
        double length = BlockLength.of(baseline).stationary();
        return new BlockBootstrap(Scheme.STATIONARY, length, RESAMPLES, 1)
                .of(new RatioOfQuantiles(baseline, candidate, PROBABILITY))
                .getFirst();
    }
}
