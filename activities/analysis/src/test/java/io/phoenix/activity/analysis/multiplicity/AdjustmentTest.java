package io.phoenix.activity.analysis.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The fifteen p-values of Benjamini and Hochberg 1995, adjusted by R's p.adjust and SciPy's false_discovery_control. */
class AdjustmentTest {
    private static final double[] P = {
        .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1
    };

    @Test
    void holmAgreesWithR() {
        assertThat(Adjustment.HOLM.of(P))
                .containsExactly(
                        new double[] {.0015, .0056, .0247, .114, .2211, .278, .278, .278, .3213, 1, 1, 1, 1, 1, 1},
                        within(1e-14));
    }

    @Test
    void benjaminiHochbergAgreesWithR() {
        assertThat(Adjustment.BENJAMINI_HOCHBERG.of(P))
                .containsExactly(
                        new double[] {
                            .0015,
                            .003,
                            .0095,
                            .035625,
                            .0603,
                            .0638571428571,
                            .0638571428571,
                            .0645,
                            .0765,
                            .486,
                            .581181818182,
                            .714875,
                            .753230769231,
                            .813214285714,
                            1
                        },
                        within(1e-12));
    }

    @Test
    void benjaminiYekutieliAgreesWithSciPy() {
        double[] adjusted = Adjustment.BENJAMINI_YEKUTIELI.of(P);

        assertThat(adjusted[0]).isEqualTo(.004977343489843491, within(1e-16));
        assertThat(adjusted[1]).isEqualTo(.009954686979686982, within(1e-16));
        assertThat(adjusted[2]).isEqualTo(.03152317543567544, within(1e-16));
        assertThat(adjusted[8]).isEqualTo(.25384451798201807, within(1e-15));
        assertThat(adjusted[14]).isEqualTo(1);
    }

    /** Benjamini and Hochberg 1995: at 5 % their procedure rejects the first four, Holm's the first three. */
    @Test
    void theClassicExampleRejectsAsPublished() {
        assertThat(Arrays.stream(Adjustment.BENJAMINI_HOCHBERG.of(P)).filter(p -> p <= 0.05))
                .hasSize(4);
        assertThat(Arrays.stream(Adjustment.HOLM.of(P)).filter(p -> p <= 0.05)).hasSize(3);
    }

    @Test
    void theOrderOfTheQuestionsDoesNotMatter() {
        double[] turned = new double[P.length];
        for (int i = 0; i < P.length; i++) {
            turned[i] = P[(7 * i) % P.length];
        }
        for (Adjustment adjustment : Adjustment.values()) {
            double[] inOrder = adjustment.of(P);
            double[] adjusted = adjustment.of(turned);
            for (int i = 0; i < P.length; i++) {
                assertThat(adjusted[i]).isEqualTo(inOrder[(7 * i) % P.length]);
            }
        }
    }

    @Test
    void aQuestionWithoutAnswerIsNotCounted() {
        assertThat(Adjustment.HOLM.of(0.03, Double.NaN, 0.02)).containsExactly(0.04, Double.NaN, 0.04);
        assertThat(Adjustment.BENJAMINI_HOCHBERG.of()).isEmpty();
    }
}
