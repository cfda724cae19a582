package io.phoenix.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceBookEntryTest {
    private static final LocalDate READ = LocalDate.of(2026, 11, 21);

    @Test
    void theVersionIsTheDayOnWhichThePriceWasRead() {
        assertThat(entry(price(true, 0), tier(true)).version()).isEqualTo("2026-11-21");
        assertThat(entry(price(true, 0), tier(true)).own()).isFalse();
    }

    @Test
    void anOwnEntryHasARevisionOfItsOwn() {
        assertThat(entry(price(true, 3), tier(true)).version()).isEqualTo("2026-11-21-own.3");
        assertThat(entry(price(true, 1), tier(true)).own()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> price(true, -1))
                .withMessage("revision is -1, it is at least 0");
    }

    @Test
    void itIsVerifiedWhenEveryFigureIs() {
        assertThat(entry(price(true, 0), tier(true)).verified()).isTrue();
        assertThat(entry(price(false, 0), tier(true)).verified()).isFalse();
        assertThat(entry(price(true, 0), tier(false)).verified()).isFalse();
    }

    @Test
    void theTitleNamesVendorAndPlan() {
        assertThat(entry(price(true, 0), tier(true)).title()).isEqualTo("Vendor Plan");
    }

    private static PriceBookEntry entry(PriceBookEntry.Price price, Tier tier) {
        Charge charge = new Charge(
                "series",
                List.of(new Quantity.Series(Duration.ZERO, Statistic.MEAN)),
                BigDecimal.ONE,
                Charge.Rounding.NONE,
                Charge.Allotment.NONE,
                List.of(tier));
        return new PriceBookEntry(
                "vendor",
                new PriceBookEntry.Plan("Vendor", "Plan", "all"),
                Currency.getInstance("USD"),
                new PriceBookEntry.Rule("Series are billed.", "title", true),
                price,
                new PriceModel(BigDecimal.ZERO, List.of(charge)),
                List.of());
    }

    private static PriceBookEntry.Price price(boolean verified, long revision) {
        return new PriceBookEntry.Price("title", READ, verified, revision);
    }

    private static Tier tier(boolean verified) {
        return new Tier(null, BigDecimal.ONE, verified);
    }
}
