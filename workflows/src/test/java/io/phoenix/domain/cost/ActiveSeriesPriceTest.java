package io.phoenix.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked by hand from the rule: 19 + 6.50 for each 1,000 above 10,000. */
class ActiveSeriesPriceTest {
    private static final ActiveSeriesPrice PRICE = price("10000", "1", "6.50", "19");

    @ParameterizedTest
    @CsvSource({
        "0,       0,       19",
        "3500,    3500,    19",
        "10000,   10000,   19",
        "10001,   10001,   19.0065",
        "11000,   11000,   25.5",
        "1000000, 1000000, 6454",
        "1000000, 4000000, 25954",
        "1000000, 500000,  6454",
    })
    void billsTheGreaterOfSeriesAndSamples(double series, double samples, BigDecimal expected) {
        assertThat(PRICE.perMonth(Volume.of(series, samples))).isEqualByComparingTo(expected);
    }

    @Test
    void samplesCountOnlyAboveThoseThatASeriesIncludes() {
        ActiveSeriesPrice fourIncluded = price("10000", "4", "6.50", "19");

        assertThat(fourIncluded.perMonth(Volume.of(1_000_000, 4_000_000))).isEqualByComparingTo("6454");
        assertThat(fourIncluded.billsSamples(Volume.of(1_000_000, 4_000_000))).isFalse();
        assertThat(fourIncluded.billsSamples(Volume.of(1_000_000, 4_000_001))).isTrue();
    }

    @Test
    void refusesPricesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> price("10000", "0", "6.50", "19"))
                .withMessageContaining("includedSamplesPerMinute is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> price("10000", "1", "-6.50", "19"))
                .withMessageContaining("perThousand is -6.50");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Volume.of(-1, 0))
                .withMessageContaining("activeSeries is -1");
    }

    private static ActiveSeriesPrice price(String included, String samples, String perThousand, String fee) {
        return new ActiveSeriesPrice(
                new BigDecimal(included), new BigDecimal(samples), new BigDecimal(perThousand), new BigDecimal(fee));
    }
}
