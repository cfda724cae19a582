package io.phoenix.activity.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.phoenix.domain.cost.PriceBookEntry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricingScopeTest {
    private static final PricingScope TWO = PricingScope.measured(2);

    @Test
    void whatIsNotSaidIsAsMeasured() {
        assertThat(TWO).isEqualTo(new PricingScope(2, 2, Duration.ZERO, 1, null));
        assertThat(PricingScope.ONE_HOST).isEqualTo(PricingScope.measured(1));
    }

    @Test
    void everyPartIsSaidByItself() {
        Duration hour = Duration.ofHours(1);

        assertThat(TWO.extrapolatedTo(9)).isEqualTo(new PricingScope(2, 9, Duration.ZERO, 1, null));
        assertThat(TWO.testedFor(hour)).isEqualTo(new PricingScope(2, 2, hour, 1, null));
        assertThat(TWO.atTimeScale(0.5)).isEqualTo(new PricingScope(2, 2, Duration.ZERO, 0.5, null));
    }

    @Test
    void anEntryWithoutPricesPricesNoCollectors() {
        PriceBookEntry priced = PriceBooks.shipped().find("datadog").orElseThrow();
        PriceBookEntry unpriced = PriceBooks.shipped().find(PriceBooks.COMPUTE).orElseThrow();

        assertThat(TWO.withCompute(priced).compute()).isEqualTo(priced);
        assertThat(TWO.withCompute(unpriced).compute()).isNull();
        assertThat(TWO.withCompute(null).compute()).isNull();
    }

    @Test
    void thereIsAtLeastOneHost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PricingScope.measured(0))
                .withMessage("hosts is 0, fleet is 0, there is at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.extrapolatedTo(0))
                .withMessageContaining("fleet is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.testedFor(Duration.ofSeconds(-1)))
                .withMessage("tested is PT-1S, it is at least zero");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.0001, Double.NaN})
    void timeRunsNoFasterThanReal(double factor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.atTimeScale(factor))
                .withMessageContaining("allowed is (0, 1]");
    }
}
