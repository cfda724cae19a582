package io.phoenix.activity.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.cost.Money;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.measurement.Metric;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    @ParameterizedTest
    @CsvSource({
        "0.0000001, USD, USD 0.0000001",
        "6.5, USD, USD 6.50",
        "6.500, USD, USD 6.50",
        "1234, USD, 'USD 1,234.00'",
        "1200, JPY, 'JPY 1,200'",
        "0.5, JPY, JPY 0.5",
        "3, XXX, XXX 3",
    })
    void aPriceKeepsItsDigitsAndTheMinorUnit(BigDecimal amount, String currency, String text) {
        assertThat(Sentences.price(amount, Currency.getInstance(currency))).isEqualTo(text);
    }

    @Test
    void aRangeNamesItsCurrencyOnce() {
        assertThat(Sentences.range(new MoneyRange(usd("2.00"), usd("1.00"), usd("3.00"))))
                .isEqualTo("USD 1.00 to 3.00");
        assertThat(Sentences.range(new MoneyRange(usd("2.00"), usd("2.00"), usd("2.00"))))
                .isEqualTo("USD 2.00");
        assertThat(Sentences.range(new MoneyRange(usd("2.00"), null, null))).isEqualTo("USD 2.00 (range unknown)");
    }

    @Test
    void aChangeIsToldWithItsEndsWhereItHasThem() {
        BigDecimal half = new BigDecimal("-0.5");
        BigDecimal more = new BigDecimal("0.1234");

        assertThat(Sentences.change(half, more, more)).isEqualTo("+12.3 % (-50.0 % to +12.3 %)");
        assertThat(Sentences.change(null, more, more)).isEqualTo("+12.3 %");
        assertThat(Sentences.change(half, more, null)).isEqualTo("+12.3 %");
        assertThat(Sentences.change(half, null, more)).isEqualTo("from none");
    }

    @ParameterizedTest
    @CsvSource({"0.95, 95 %", "0.975, 97.5 %", "0.98333333, 98.33 %", "0.99999969, 99.999969 %", "1, 100 %"})
    void aConfidenceHasTwoDigitsBehindThePointOrAsManyAsTellIt(double confidence, String text) {
        assertThat(Sentences.level(confidence)).isEqualTo(text);
    }

    @Test
    void levelsThatDifferAreToldByMetric() {
        assertThat(Sentences.levels(new TreeMap<>(Map.of(Metric.ACTIVE_SERIES, 0.95, Metric.SERIES_CHURN, 0.95))))
                .isEqualTo("95 %");
        assertThat(Sentences.levels(new TreeMap<>(Map.of(Metric.ACTIVE_SERIES, 0.9969, Metric.SERIES_CHURN, 0.95))))
                .isEqualTo("active_series 99.69 %, series_churn 95 %");
        assertThat(Sentences.levels(new TreeMap<>())).isEqualTo("none is counted");
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "1.5, 2", "1234567.4, '1,234,567'"})
    void numbersAreWholeAndGrouped(BigDecimal value, String text) {
        assertThat(Sentences.number(value)).isEqualTo(text);
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
