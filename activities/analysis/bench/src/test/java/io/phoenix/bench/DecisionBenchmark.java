package io.phoenix.bench;

import io.phoenix.activity.analysis.AnalysisEngine;
import io.phoenix.activity.analysis.AnalysisInput;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.Verdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From stored series to a verdict, with everything that is shown beside it: ten metrics of two variants. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DecisionBenchmark {
    @Param("50000")
    public int points;

    @Param("0.7")
    public double memory = 0.7;

    private AnalysisInput input = MadeRun.of(MadeRun.START, 1).input();

    @Setup
    public void setup() {
        input = MadeRun.of(MadeRun.START, points, memory).input();
        AnalysisResult result = phoenix();
        if (result.verdict() != Verdict.PROMOTE || !result.equals(phoenix())) {
            throw new IllegalStateException("the run was made to be promoted, twice alike: " + result.reasons());
        }
    }

    @Benchmark
    public AnalysisResult phoenix() {
        return AnalysisEngine.analyze(input);
    }
}
