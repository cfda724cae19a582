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

    @Test
    void itsEndsMayMeetAndMustNotCross() {
        assertThat(new MoneyRange(usd("1.00"), usd("1.00"), usd("1.00")).low()).isEqualTo(usd("1.00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MoneyRange(usd("3.01"), usd("2.00"), usd("3.00")))
                .withMessageContaining("is not within");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MoneyRange(usd("1.00"), usd("1.00"), null))
                .withMessage("a range has both ends or none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MoneyRange(usd("1.00"), usd("1.00"), new Money(BigDecimal.TEN, "EUR")));
    }

    @Test
    void roundsEveryAmountByItselfAndBack() {
        MoneyRange known = MoneyRange.rounded(decimals("2.005", "1.015", "4.025"), USD);
        MoneyRange unknown = MoneyRange.rounded(new MoneyRange.Decimals(BigDecimal.ONE, null, null), USD);

        assertThat(known).isEqualTo(new MoneyRange(usd("2.00"), usd("1.02"), usd("4.02")));
        assertThat(known.decimals()).isEqualTo(decimals("2.00", "1.02", "4.02"));
        assertThat(unknown).isEqualTo(new MoneyRange(usd("1.00"), null, null));
        assertThat(unknown.decimals()).isEqualTo(new MoneyRange.Decimals(new BigDecimal("1.00"), null, null));
    }

    @Test
    void anUnknownRangeEndsWhereItIsExpected() {
        MoneyRange known = new MoneyRange(usd("2.00"), usd("1.00"), usd("4.00"));
        MoneyRange unknown = new MoneyRange(usd("2.00"), null, null);

        assertThat(known.lowest()).isEqualTo(usd("1.00"));
        assertThat(known.highest()).isEqualTo(usd("4.00"));
        assertThat(unknown.lowest()).isEqualTo(usd("2.00"));
        assertThat(unknown.highest()).isEqualTo(usd("2.00"));
    }

    @Test
    void whatIsUnknownStaysUnknown() {
        MoneyRange.Decimals unknown = new MoneyRange.Decimals(BigDecimal.ONE, null, null);

        assertThat(unknown.negated()).isEqualTo(new MoneyRange.Decimals(BigDecimal.ONE.negate(), null, null));
        assertThat(unknown.plus(decimals("2", "1", "4")))
                .isEqualTo(new MoneyRange.Decimals(new BigDecimal("3"), null, null));
        assertThat(unknown.rising(BigDecimal.TEN::multiply))
                .isEqualTo(new MoneyRange.Decimals(BigDecimal.TEN, null, null));
        assertThat(decimals("2", "1", "4").rising(BigDecimal.TEN::multiply)).isEqualTo(decimals("20", "10", "40"));
    }

    @Test
    void aRangeWithOneEndUnknownHasNoSum() {
        MoneyRange.Decimals known = decimals("2", "1", "4");
        MoneyRange.Decimals none = new MoneyRange.Decimals(new BigDecimal("3"), null, null);

        assertThat(known.plus(new MoneyRange.Decimals(BigDecimal.ONE, BigDecimal.ONE, null)))
                .isEqualTo(none);
        assertThat(known.plus(new MoneyRange.Decimals(BigDecimal.ONE, null, BigDecimal.ONE)))
                .isEqualTo(none);
        assertThat(new MoneyRange.Decimals(BigDecimal.ONE, BigDecimal.ONE, null).plus(known))
                .isEqualTo(none);
    }

    private static MoneyRange.Decimals decimals(String expected, String low, String high) {
        return new MoneyRange.Decimals(new BigDecimal(expected), new BigDecimal(low), new BigDecimal(high));
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
