package io.phoenix.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargeTest {
    private static final Quantity SERIES = new Quantity.Series(Duration.ofHours(1), Statistic.MEAN);
    private static final Quantity RATE = new Quantity.SampleRate(BigDecimal.ONE, Statistic.PERCENTILE_95);

    /** By hand: 19 + 6.50 for each 1,000 above 10,000, of the greater of series and samples per minute. */
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
    void chargesTheGreatestOfItsQuantitiesAboveWhatIsIncluded(double series, double samples, BigDecimal expected) {
        Charge charge = charge(List.of(SERIES, RATE), 1000, allotment(10_000, 0), open("6.50"));
        PriceModel model = new PriceModel(new BigDecimal("19"), List.of(charge));

        assertThat(model.perMonth(Volume.of(series, samples))).isEqualByComparingTo(expected);
    }

    /** By hand: the first 2,000 at 9 for 10, the next 8,000 at 3.5, the rest at 1. */
    @ParameterizedTest
    @CsvSource({
        "0,     0",
        "1,     0.9",
        "1999,  1799.1",
        "2000,  1800",
        "2001,  1800.35",
        "9999,  4599.65",
        "10000, 4600",
        "10001, 4600.1",
        "20000, 5600",
    })
    void pricesEveryTierByItself(double series, BigDecimal expected) {
        Charge charge =
                charge(List.of(SERIES), 10, Charge.Allotment.NONE, tier("2000", "9"), tier("10000", "3.5"), open("1"));

        assertThat(charge.bill(Volume.of(series, 0), Reading.LISTED).amount()).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"99, 0", "100, 0", "109, 0", "110, 2", "119.99, 2", "120, 4"})
    void roundsPricedUnitsDownWhereTheVendorDoes(double series, BigDecimal expected) {
        Charge charge = new Charge(
                "stored", List.of(SERIES), BigDecimal.TEN, Charge.Rounding.DOWN, allotment(100, 0), List.of(open("2")));

        assertThat(charge.bill(Volume.of(series, 0), Reading.LISTED).amount()).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 50", "1, 45", "10, 0", "11, 0"})
    void includesSoMuchForEveryHost(BigDecimal hosts, BigDecimal expected) {
        Charge charge = charge(List.of(SERIES), 100, allotment(0, 100), open("5"));

        BillLine line = charge.bill(Volume.of(1000, 0).onHosts(hosts), Reading.LISTED);

        assertThat(line.amount()).isEqualByComparingTo(expected);
        assertThat(line.withinIncluded()).isEqualTo(expected.signum() == 0);
    }

    @Test
    void countsWithoutAPriceButNamesNone() {
        Charge charge = charge(List.of(SERIES), 1, Charge.Allotment.NONE);
        PriceModel model = new PriceModel(BigDecimal.ZERO, List.of(charge));

        Bill bill = model.bill(Volume.of(7, 0), Reading.LISTED);

        assertThat(bill.lines().getFirst().chargedUnits()).isEqualByComparingTo("7");
        assertThat(bill.lines().getFirst().reached()).isEmpty();
        assertThat(bill.total()).isEmpty();
        assertThat(model.priced()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> model.perMonth(Volume.of(7, 0)))
                .withMessageContaining("[things]");
    }

    @Test
    void refusesPricesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charge(List.of(SERIES), 1, Charge.Allotment.NONE, tier("5", "1")))
                .withMessageContaining("one last tier without an end");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        charge(List.of(SERIES), 1, Charge.Allotment.NONE, tier("5", "1"), tier("5", "1"), open("1")))
                .withMessageContaining("do not rise");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charge(List.of(SERIES), 0, Charge.Allotment.NONE, open("1")))
                .withMessageContaining("unit of 'things' is 0");
        assertThatIllegalArgumentException().isThrownBy(() -> open("-1")).withMessageContaining("price is -1");
        assertThatIllegalArgumentException().isThrownBy(() -> Volume.of(-1, 0)).withMessageContaining("mean is -1");
    }

    @Test
    void countsTheFirstOfTwoEqualQuantities() {
        Charge charge = charge(List.of(SERIES, RATE), 1, Charge.Allotment.NONE, open("1"));

        assertThat(charge.bill(Volume.of(7, 7), Reading.LISTED).counted().unit())
                .isEqualTo("series");
        assertThat(charge.bill(Volume.of(7, 8), Reading.LISTED).counted().unit())
                .isEqualTo("samples per minute");
    }

    @Test
    void aLineShowsEveryTierThatWasReached() {
        Charge charge =
                charge(List.of(SERIES), 10, allotment(5, 0), tier("2000", "9"), tier("10000", "3.5"), open("1"));

        BillLine line = charge.bill(Volume.of(2005, 0), Reading.LISTED);
        BillLine further = charge.bill(Volume.of(10_105, 0), Reading.LISTED);

        assertThat(line.reached()).isEqualTo(line.parts()).hasSize(1);
        assertThat(line.withinIncluded()).isFalse();
        assertThat(line.chargedUnits()).isEqualByComparingTo("200");
        assertThat(further.parts())
                .extracting(BillLine.Part::price)
                .containsExactly(new BigDecimal("9"), new BigDecimal("3.5"), BigDecimal.ONE);
        assertThat(further.parts().getLast().units()).isEqualByComparingTo("10");
    }

    @Test
    void theBillIsTheFeeAndEveryLine() {
        PriceModel model = new PriceModel(
                new BigDecimal("19"), List.of(charge(List.of(SERIES), 1, Charge.Allotment.NONE, open("2"))));

        assertThat(model.bill(Volume.of(7, 0), Reading.MOST).total())
                .hasValueSatisfying(total -> assertThat(total).isEqualByComparingTo("33"));
        assertThat(model.priced()).isTrue();
        assertThat(model.unpriced()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceModel(BigDecimal.ZERO, List.of()))
                .withMessage("charges is empty, a bill has at least one line");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceModel(new BigDecimal("-1"), model.charges()))
                .withMessageContaining("fee is -1");
    }

    @Test
    void refusesChargesThatCountNothingAndTiersThatEndAtZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charge(List.of(), 1, Charge.Allotment.NONE, open("1")))
                .withMessage("quantities of 'things' is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charge(List.of(SERIES), 1, Charge.Allotment.NONE, open("1"), open("1")))
                .withMessageContaining("one last tier without an end");
        assertThatIllegalArgumentException().isThrownBy(() -> tier("0", "1")).withMessageContaining("upTo is 0");
        assertThatIllegalArgumentException().isThrownBy(() -> allotment(-1, 0)).withMessageContaining("included is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> allotment(0, -1))
                .withMessageContaining("includedPerHost is -1");
    }

    private static Charge charge(List<Quantity> counted, long unit, Charge.Allotment allotment, Tier... tiers) {
        return new Charge(
                "things", counted, BigDecimal.valueOf(unit), Charge.Rounding.NONE, allotment, Arrays.asList(tiers));
    }

    private static Charge.Allotment allotment(long included, long perHost) {
        return new Charge.Allotment(BigDecimal.valueOf(included), BigDecimal.valueOf(perHost));
    }

    private static Tier tier(String upTo, String price) {
        return new Tier(new BigDecimal(upTo), new BigDecimal(price), true);
    }

    private static Tier open(String price) {
        return new Tier(null, new BigDecimal(price), true);
    }
}
