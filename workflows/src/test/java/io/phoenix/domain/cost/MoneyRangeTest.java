package io.phoenix.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyRangeTest {
    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void holdsItsExpectedAmount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MoneyRange(usd("1.00"), usd("2.00"), usd("3.00")))
                .withMessage("USD 1.00 is not within USD 2.00 to USD 3.00");
        assertThatIllegalArgumentException().isThrownBy(() -> new MoneyRange(usd("1.00"), null, usd("3.00")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MoneyRange(usd("1.00"), new Money(BigDecimal.ZERO, "EUR"), usd("3.00")));
    }

    @Test
    void negationExchangesTheEnds() {
        MoneyRange.Decimals negated = decimals("2", "1", "4").negated();

        assertThat(MoneyRange.rounded(negated, USD))
                .isEqualTo(new MoneyRange(usd("-2.00"), usd("-4.00"), usd("-1.00")));
    }

    @Test
    void aSumHasARangeWhenBothHaveOne() {
        MoneyRange.Decimals known = decimals("2", "1", "4");

        assertThat(known.plus(known)).isEqualTo(decimals("4", "2", "8"));
        assertThat(known.plus(new MoneyRange.Decimals(BigDecimal.ONE, null, null)))
                .isEqualTo(new MoneyRange.Decimals(new BigDecimal("3"), null, null));
    }

    private static MoneyRange.Decimals decimals(String expected, String low, String high) {
        return new MoneyRange.Decimals(new BigDecimal(expected), new BigDecimal(low), new BigDecimal(high));
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
