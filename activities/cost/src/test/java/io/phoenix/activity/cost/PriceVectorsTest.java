package io.phoenix.activity.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.Reading;
import io.phoenix.domain.cost.Volume;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The worked example of the price book: 1 M active series, every 15 s, are 66,667 samples a second and 175.2 G samples a month
 * of 730 hours. Amounts in whole USD as the vendors' rules give them by hand.
 */
class PriceVectorsTest {
    private static final double MILLION = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        "datadog,                   50000", // 1 M / 100 * 5
        "datadog-enterprise,        50000",
        "new-relic,                 35000", // (87,600 - 100) GB * 0.40
        "new-relic-data-plus,       52500",
        "grafana-cloud,             25954", // 19 + 3,990 * 6.50
        "amazon-managed-prometheus,  6250", // 180 + 6,062 + 8
        "google-managed-prometheus,  9010", // 3,000 + 6,010
        "azure-monitor,              2803", // 17,520 * 0.16
    })
    void aMillionSeriesEveryQuarterMinute(String book, BigDecimal expected) {
        assertThat(wholeDollars(book, everySeconds(15))).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "datadog,                   50000", // how often a series is sent is irrelevant
        "grafana-cloud,              6454", // 19 + 990 * 6.50
        "new-relic,                  8720", // (21,900 - 100) GB * 0.40
        "amazon-managed-prometheus,  1645", // 180 + 1,463 + 1.97
        "google-managed-prometheus,  2628", // 43,800 * 0.060
        "azure-monitor,               701", // 4,380 * 0.16
    })
    void aMillionSeriesEveryMinute(String book, BigDecimal expected) {
        assertThat(wholeDollars(book, everySeconds(60))).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"datadog, 49500", "datadog-enterprise, 49000"})
    void everyHostBringsItsAllotment(String book, BigDecimal expected) {
        Volume onHundred = everySeconds(15).onHosts(BigDecimal.valueOf(100));

        assertThat(wholeDollars(book, onHundred)).isEqualByComparingTo(expected);
    }

    /** Churn c per hour bills live + c where the distinct series of an hour are counted, a third of it over 20 minutes. */
    @ParameterizedTest
    @CsvSource({
        "datadog,       65000",
        "grafana-cloud,  7104", // 19 + 1,090 * 6.50
        "azure-monitor,   701",
    })
    void seriesThatComeAndGoAreBilledWhereAWindowSeesThem(String book, BigDecimal expected) {
        Volume churning = everySeconds(60).adding(BigDecimal.valueOf(300_000));

        assertThat(wholeDollars(book, churning)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "new-relic, LEAST, 17480", // 250 bytes: (43,800 - 100) GB * 0.40
        "new-relic, MOST,  35000",
        "amazon-managed-prometheus, LEAST, 6247", // 1 byte: 5.26
        "amazon-managed-prometheus, MOST,  6253", // 2 bytes: 10.51
        "grafana-cloud, LEAST, 25954",
        "grafana-cloud, MOST,  25954",
    })
    void whatNobodyHasVerifiedHasARange(String book, Reading reading, BigDecimal expected) {
        BigDecimal month = entry(book).model().perMonth(everySeconds(15), reading);

        assertThat(month.setScale(0, RoundingMode.HALF_EVEN)).isEqualByComparingTo(expected);
    }

    @Test
    void queriesAreBilledWhereTheyAreKnown() {
        Volume queried = everySeconds(15).queried(new BigDecimal("1e12"));

        assertThat(wholeDollars("amazon-managed-prometheus", queried)).isEqualByComparingTo("6350");
        assertThat(wholeDollars("azure-monitor", queried)).isEqualByComparingTo("2903");
    }

    /** By hand at the ends of the tiers of 10 M and 1 M samples. */
    @ParameterizedTest
    @CsvSource({
        "google-managed-prometheus, 50000000000,  3000",
        "google-managed-prometheus, 50001000000,  3000.048",
        "google-managed-prometheus, 250000000000, 12600",
        "google-managed-prometheus, 500000000000, 21600",
        "google-managed-prometheus, 500001000000, 21600.024",
    })
    void tiersEndWhereTheySay(String book, BigDecimal samplesPerMonth, BigDecimal expected) {
        Volume volume = Volume.of(
                BigDecimal.ZERO, samplesPerMonth.divide(BigDecimal.valueOf(43_800), 40, RoundingMode.HALF_EVEN));

        assertThat(entry(book).model().perMonth(volume).setScale(6, RoundingMode.HALF_EVEN))
                .isEqualByComparingTo(expected);
    }

    @Test
    void contractsNeedTheTenantsOwnPriceButCountAllTheSame() {
        assertThat(PriceBooks.shipped().entries())
                .filteredOn(entry -> !entry.model().priced())
                .extracting(PriceBookEntry::id)
                .containsExactly(
                        "splunk",
                        "splunk-host-enterprise",
                        "splunk-host-standard",
                        "chronosphere",
                        "collector-compute");
        assertThat(entry("splunk-host-enterprise")
                        .model()
                        .bill(everySeconds(15).onHosts(BigDecimal.TEN), Reading.LISTED)
                        .lines()
                        .getFirst()
                        .chargedUnits())
                .isEqualByComparingTo("998000");
    }

    private static Volume everySeconds(int interval) {
        return Volume.of(MILLION, MILLION * 60 / interval);
    }

    private static BigDecimal wholeDollars(String book, Volume volume) {
        return CostEngine.estimate(entry(book), volume).amount().setScale(0, RoundingMode.HALF_EVEN);
    }

    private static PriceBookEntry entry(String id) {
        return PriceBooks.shipped().find(id).orElseThrow();
    }
}
