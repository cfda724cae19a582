package io.phoenix.bench;

import io.phoenix.activity.analysis.statistics.EffectSize;
import io.phoenix.activity.analysis.statistics.TwoSamples;
import io.phoenix.activity.analysis.statistics.Welch;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TestUtils;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Welch's t-test, its interval and Cohen's d of two samples. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WelchBenchmark {
    @Param("1000000")
    public int size;

    private double[] baseline = {};
    private double[] candidate = {};

    /** What every arm must find. */
    public record Found(double t, double pValue, double lower, double upper, double cohenD) {}

    @Setup
    public void setup() {
        baseline = Noise.sample(1, size, 0, 0);
        candidate = Noise.sample(2, size, 0.02, 0);
        Found ours = phoenix();
        Found peer = commonsMath();
        Agreement.check("t", ours.t, peer.t);
        Agreement.check("p", ours.pValue, peer.pValue);
        Agreement.check("lower bound", ours.lower, peer.lower);
        Agreement.check("upper bound", ours.upper, peer.upper);
        Agreement.check("d", ours.cohenD, peer.cohenD);
    }

    double[] baseline() {
        return baseline;
    }

    double[] candidate() {
        return candidate;
    }

    /** The physical limit: every value is read and added up once, in order. */
    @Benchmark
    public double plainPass() {
        double sum = 0;
        for (double value : baseline) {
            sum += value;
        }
        for (double value : candidate) {
            sum += value;
        }
        return sum;
    }

    @Benchmark
    public Found phoenix() {
        TwoSamples samples = new TwoSamples(baseline, candidate);
        Welch welch = Welch.of(samples);
        EffectSize effect = EffectSize.of(samples);
        return new Found(
                welch.t(),
                welch.pValue(),
                welch.difference().lower(),
                welch.difference().upper(),
                effect.cohenD());
    }

    /** The library's own test, and its means and variances for what it lacks. */
    @Benchmark
    public Found commonsMath() {
        double t = TestUtils.t(candidate, baseline);
        double pValue = TestUtils.tTest(candidate, baseline);
        double meanB = StatUtils.mean(baseline);
        double meanC = StatUtils.mean(candidate);
        double varianceB = StatUtils.variance(baseline, meanB);
        double varianceC = StatUtils.variance(candidate, meanC);
        double b = varianceB / baseline.length;
        double c = varianceC / candidate.length;
        double df = (b + c) * (b + c) / (b * b / (baseline.length - 1) + c * c / (candidate.length - 1));
        double half = -new TDistribution(null, df).inverseCumulativeProbability(0.025) * Math.sqrt(b + c);
        double difference = meanC - meanB;
        double pooled = ((baseline.length - 1) * varianceB + (candidate.length - 1) * varianceC)
                / (baseline.length + candidate.length - 2);
        return new Found(t, pValue, difference - half, difference + half, difference / Math.sqrt(pooled));
    }
}
