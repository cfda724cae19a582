package io.phoenix.bench;

import io.phoenix.activity.analysis.statistics.MannWhitney;
import java.util.concurrent.TimeUnit;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The Mann-Whitney test with tie and continuity correction, of values with three decimals: most have equals. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MannWhitneyBenchmark {
    @Param("1000000")
    public int size;

    private double[] baseline = {};
    private double[] candidate = {};

    /** What every arm must find. */
    public record Found(double u, double pValue) {}

    @Setup
    public void setup() {
        baseline = Noise.sample(1, size, 0, 0.001);
        candidate = Noise.sample(2, size, 0.02, 0.001);
        Found ours = phoenix();
        Found peer = commonsStatistics();
        Agreement.check("U", ours.u, peer.u);
        Agreement.check("p", ours.pValue, peer.pValue);
    }

    double[] baseline() {
        return baseline;
    }

    double[] candidate() {
        return candidate;
    }

    @Benchmark
    public Found phoenix() {
        MannWhitney test = MannWhitney.of(baseline, candidate, MannWhitney.Method.ASYMPTOTIC);
        return new Found(test.u(), test.pValue());
    }

    @Benchmark
    public Found commonsStatistics() {
        MannWhitneyUTest.Result test = MannWhitneyUTest.withDefaults()
                .with(PValueMethod.ASYMPTOTIC)
                .with(ContinuityCorrection.ENABLED)
                .test(candidate, baseline);
        return new Found(test.getStatistic(), test.getPValue());
    }
}
