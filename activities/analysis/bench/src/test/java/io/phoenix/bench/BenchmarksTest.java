package io.phoenix.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.analysis.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs each arm once on little data: the arms agree, and none has rotted. */
class BenchmarksTest {
    @Test
    void welchAgrees() {
        WelchBenchmark benchmark = new WelchBenchmark();
        benchmark.size = 10_000;
        benchmark.setup();

        assertThat(benchmark.plainPass()).isNotZero();
        assertThat(benchmark.phoenix().pValue()).isBetween(0.0, 1.0);
    }

    @Test
    void mannWhitneyAgrees() {
        MannWhitneyBenchmark benchmark = new MannWhitneyBenchmark();
        benchmark.size = 10_000;
        benchmark.setup();

        assertThat(benchmark.phoenix().pValue()).isBetween(0.0, 1.0);
    }

    @Test
    void theBootstrapAgrees() {
        BootstrapBenchmark benchmark = new BootstrapBenchmark();
        benchmark.size = 200;
        benchmark.setup();

        assertThat(benchmark.phoenix().standardError()).isPositive();
    }

    @Test
    void theMadeRunIsPromoted() {
        DecisionBenchmark benchmark = new DecisionBenchmark();
        benchmark.points = 3000;
        benchmark.setup();

        assertThat(benchmark.phoenix().verdict()).isEqualTo(Verdict.PROMOTE);
    }

    @ParameterizedTest
    @MethodSource("io.phoenix.bench.NistSet#all")
    void noPeerHasMoreCertifiedDigits(NistSet set) {
        NistDigits digits = NistDigits.of(set);

        assertThat(digits.asGoodAsEveryPeer()).as(digits.toString()).isTrue();
        assertThat(digits.lag1()).isGreaterThan(8);
    }
}
