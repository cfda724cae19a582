package io.phoenix.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "USD, 25954,     'USD 25,954.00'",
        "USD, 0.125,     'USD 0.12'",
        "USD, 0.135,     'USD 0.14'",
        "USD, -1234.567, 'USD -1,234.57'",
        "JPY, 1234.5,    'JPY 1,234'",
        "KWD, 1.23456,   'KWD 1.235'",
    })
    void roundsHalfEvenToTheMinorUnit(String currency, BigDecimal amount, String text) {
        assertThat(Money.rounded(amount, Currency.getInstance(currency)).text()).isEqualTo(text);
    }

    /** XXX and the like have no minor unit; an amount of a negative scale is written out. */
    @Test
    void currenciesWithoutAMinorUnitAreWhole() {
        assertThat(Money.rounded(new BigDecimal("2.5"), Currency.getInstance("XXX")))
                .isEqualTo(new Money(new BigDecimal("2"), "XXX"));
        assertThat(new Money(new BigDecimal("1.2E+4"), "USD").text()).isEqualTo("USD 12,000");
    }
}
