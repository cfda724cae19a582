package io.phoenix.activity.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WilcoxonTest {
    /** Darwin's maize heights: W- = 24, W+ = 96, exact p = 0.041259765625 (R, SciPy). */
    @Test
    void darwinsDifferencesAreExact() {
        double[] darwin = {6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75};

        Wilcoxon test = Wilcoxon.of(darwin);

        assertThat(test.v()).isEqualTo(96);
        assertThat(test.pValue()).isEqualTo(0.041259765625);
        assertThat(PairedT.of(darwin).t()).isEqualTo(2.14798746133112, within(1e-13));
        assertThat(PairedT.of(darwin).pValue()).isEqualTo(0.0497029440218, within(1e-12));
    }

    /** scipy.stats.wilcoxon(correction=True, method="approx", zero_method="wilcox"). */
    @Test
    void tiesAndZerosUseTheNormalApproximation() {
        Wilcoxon test = Wilcoxon.of(new double[] {1, -2, 3, 3, -4, 5, 6, 0, 7, -3, 8, 9});

        assertThat(test.n()).isEqualTo(11);
        assertThat(test.n() * 12.0 / 2 - test.v()).isEqualTo(12);
        assertThat(test.pValue()).isEqualTo(0.06780732044118261, within(1e-14));
    }

    /** scipy.stats.wilcoxon(method="exact"). */
    @Test
    void fortyNineDifferencesAreStillExact() {
        double[] d = IntStream.range(0, 49)
                .mapToDouble(i -> 0.1 * ((i * 37) % 101) - 3.03 + 0.001 * i)
                .toArray();

        assertThat(Wilcoxon.of(d).pValue()).isEqualTo(0.00016722716564743223, within(1e-16));
    }

    @Test
    void turningEverySignMirrorsTheTest() {
        double[] d = {1.5, -2, 3, 3.5, -4, 5, 6, 7, -3, 8, 9};
        double[] turned = Arrays.stream(d).map(v -> -v).toArray();

        assertThat(Wilcoxon.of(turned).pValue()).isEqualTo(Wilcoxon.of(d).pValue());
        assertThat(Wilcoxon.of(turned).v()).isEqualTo(66 - Wilcoxon.of(d).v());
    }

    @Test
    void nothingToRankIsNoDifference() {
        assertThat(Wilcoxon.of(new double[] {0, 0, 0}).pValue()).isEqualTo(1);
        assertThat(Wilcoxon.of(new double[0]).pValue()).isEqualTo(1);
        assertThat(Wilcoxon.of(new double[] {1, Double.NaN}).pValue()).isNaN();
    }
}
