package io.phoenix.activity.analysis.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.statistics.StudentT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DunnettTest {
    /** Adaptive quadrature of SciPy 1.17; the first two round to 2.38 and 2.54 of Dunnett's tables. */
    @ParameterizedTest
    @CsvSource({
        "2, 20, 0.5, 2.378689980181317, 0.038935656953711595",
        "3, 20, 0.5, 2.5403496099238088, 0.05430780589584583",
        "4, 8, 0.3, 3.0902448573406964, 0.11868451678519754",
        "3, 7.5, 0, 3.0029360724375884, 0.10326100401387306",
        "2, 8, 0.9, 2.5102440176031395, 0.050784401529478274"
    })
    void agreesWithTablesAndQuadrature(int candidates, double df, double correlation, double critical, double p) {
        Dunnett dunnett = new Dunnett(candidates, df, correlation);

        assertThat(dunnett.critical(0.05)).isEqualTo(critical, within(1e-6));
        assertThat(dunnett.pValue(2.5)).isEqualTo(p, within(1e-6));
        assertThat(dunnett.pValue(-2.5)).isEqualTo(dunnett.pValue(2.5));
    }

    @ParameterizedTest
    @CsvSource({"1", "7.5", "300"})
    void oneCandidateIsStudentsTest(double df) {
        assertThat(new Dunnett(1, df, 0.5).critical(0.05))
                .isEqualTo(new StudentT(df).critical(0.025), within(df < 2 ? 1e-3 : 1e-6));
    }

    @Test
    void correlationHelpsAndTheEndsAreDefined() {
        assertThat(new Dunnett(3, 8, 0.8).critical(0.05)).isLessThan(new Dunnett(3, 8, 0).critical(0.05));
        assertThat(new Dunnett(3, 8, -1).correlation()).isZero();
        assertThat(new Dunnett(3, 8, 1).correlation()).isEqualTo(0.95);
        assertThat(new Dunnett(3, 8, 0.5).pValue(Double.POSITIVE_INFINITY)).isBetween(0.0, 1e-6);
        assertThat(new Dunnett(3, 8, 0.5).pValue(Double.NaN)).isNaN();
        assertThat(new Dunnett(3, 8, 0.5).pValue(0)).isEqualTo(1, within(1e-6));
    }
}
