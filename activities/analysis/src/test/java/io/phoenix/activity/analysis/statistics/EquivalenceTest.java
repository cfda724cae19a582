package io.phoenix.activity.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EquivalenceTest {
    /** The golden set G6: ratio, standard error and degrees of freedom. */
    private static final Estimate G6 = new Estimate.LogScale(.9621339844079, .01480059753091, 8);

    /** scipy.stats.t.cdf and sf of ln(r / limit) / (SE / r). */
    @Test
    void bothOneSidedTestsAgreeWithSciPy() {
        Equivalence tenPercent = Equivalence.of(G6, new Interval(0.9, 1.1));

        assertThat(tenPercent.aboveLower()).isEqualTo(0.0012395917019814556, within(1e-13));
        assertThat(tenPercent.belowUpper()).isEqualTo(1.182892512049184e-05, within(1e-15));
        assertThat(tenPercent.pValue()).isEqualTo(tenPercent.aboveLower());
    }

    /** Schuirmann 1987: rejecting at alpha is the 1 - 2 alpha interval inside of the margins. */
    @Test
    void theTestAndTheIntervalSayTheSame() {
        for (double margin = 0.01; margin < 0.2; margin += 0.001) {
            Interval margins = new Interval(1 - margin, 1 + margin);
            Interval bounds = G6.bounds(0.05);

            assertThat(Equivalence.of(G6, margins).pValue() < 0.05)
                    .isEqualTo(bounds.within(margins.lower(), margins.upper()));
        }
    }

    @Test
    void aLimitIsHeldOrBrokenAtItsBounds() {
        Interval bounds = G6.bounds(0.05);

        assertThat(NonInferiority.of(G6, bounds.upper()).held()).isEqualTo(0.05, within(1e-12));
        assertThat(NonInferiority.of(G6, bounds.lower()).broken()).isEqualTo(0.05, within(1e-12));
        assertThat(NonInferiority.of(G6, 1.1).held()
                        + NonInferiority.of(G6, 1.1).broken())
                .isEqualTo(1, within(1e-12));
    }

    @Test
    void aDifferenceIsTestedAlike() {
        Estimate difference = new Estimate.Linear(2, 1, 8);

        assertThat(NonInferiority.of(difference, 2 + difference.bounds(0.05).upper() - 2)
                        .held())
                .isEqualTo(0.05, within(1e-12));
        assertThat(Equivalence.of(difference, new Interval(-1, 1)).pValue()).isGreaterThan(0.5);
    }

    @Test
    void whatIsKnownIsInsideOrNot() {
        Estimate known = Estimate.Known.exactly(1);

        assertThat(Equivalence.of(known, new Interval(0.9, 1.1)).pValue()).isZero();
        assertThat(Equivalence.of(known, new Interval(1.05, 1.1)).pValue()).isEqualTo(1);
        assertThat(NonInferiority.of(known, 1.0).held()).isEqualTo(1);
        assertThat(NonInferiority.of(known, 1.0).broken()).isEqualTo(1);
    }
}
