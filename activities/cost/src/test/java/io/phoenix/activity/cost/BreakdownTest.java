package io.phoenix.activity.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.cost.CostBreakdown;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.Dimension;
import io.phoenix.domain.cost.Figure;
import io.phoenix.domain.cost.Money;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.Recommendation.Advice;
import io.phoenix.domain.cost.RuleEffect;
import io.phoenix.domain.cost.RuleEffect.Direction;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.error.ErrorCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Worked by hand: 1 M series every minute, the candidate keeps 40 % of them (38 % to 42 %). */
class BreakdownTest {
    private static final PricingScope ONE = PricingScope.ONE_HOST;

    @Test
    void aYearIsTwelveMonths() {
        CostBreakdown breakdown = of("grafana-cloud", ONE, same(0.4, 0.38, 0.42));

        assertThat(breakdown.candidate()).isEqualTo(range("2554.00", "2424.00", "2684.00"));
        assertThat(breakdown.gross().month()).isEqualTo(range("3900.00", "3770.00", "4030.00"));
        assertThat(breakdown.gross().year()).isEqualTo(range("46800.00", "45240.00", "48360.00"));
        assertThat(breakdown.net().month()).isEqualTo(breakdown.gross().month());
    }

    /** The worst end is at 250 bytes and the upper ratio: (10,950 - 100 - 4,499 as 4,599 is rounded down) * 0.40. */
    @Test
    void aRangeCoversWhatNobodyHasVerified() {
        CostBreakdown breakdown = of("new-relic", ONE, same(0.4, 0.38, 0.42));

        assertThat(breakdown.gross().month()).isEqualTo(range("5256.00", "2540.40", "5431.20"));
    }

    /** A core at 36.50 a month: 0.5 cores of 2 are 18.25 less each; 3 GiB at 7.30 of which a third goes. */
    @Test
    void theCollectorsOwnPriceIsNetted() {
        MetricResult[] ratios = with(
                same(0.4, 0.4, 0.4),
                AResult.metric(Metric.COLLECTOR_CPU, 0.75, 0.5, 1.0),
                AResult.metric(Metric.COLLECTOR_MEMORY, 1.0, 1.0, 1.0));

        CostBreakdown breakdown = of("grafana-cloud", ONE.withCompute(compute("USD")), ratios);

        assertThat(breakdown.gross().month()).isEqualTo(range("3900.00", "3900.00", "3900.00"));
        assertThat(breakdown.net().month()).isEqualTo(range("3918.25", "3900.00", "3936.50"));
        assertThat(of("grafana-cloud", ONE.withCompute(compute("EUR")), ratios)
                        .net()
                        .month())
                .isEqualTo(breakdown.gross().month());
    }

    /**
     * 1.4 M series for 73 of 730 hours, which touch 74 of them, at Datadog; nothing yet at a percentile under 36.5 hours, and
     * samples for exactly as long as they were sent. 0: ten minutes, as measured, which touch 1 1/6 hours on average.
     */
    @ParameterizedTest
    @CsvSource({
        "datadog, 73h, 7095.89",
        "datadog, 0s, 111.87",
        "grafana-cloud, 36h, 0.00",
        "grafana-cloud, 37h, 9100.00",
        "azure-monitor, 73h, 98.11",
    })
    void collectingTwiceIsPricedByTheVendorsOwnWindow(String book, String hours, String expected) {
        Duration tested = hours.equals("0s") ? Duration.ZERO : Duration.ofHours(Long.parseLong(hours.replace("h", "")));

        CostBreakdown breakdown = of(book, ONE.testedFor(tested), same(0.4, 0.4, 0.4));

        assertThat(breakdown.testing().expected()).isEqualTo(usd(expected));
    }

    @Test
    void seriesThatComeAndGoWhileTestingAreBilledAsElsewhere() {
        MetricResult[] churning =
                with(same(0.4, 0.4, 0.4), AResult.metric(Metric.SERIES_CHURN, null, null, null, 100.0, 100.0, 100.0));

        CostBreakdown breakdown = of("datadog", ONE.testedFor(Duration.ofHours(73)), churning);

        // 360,000 more of the candidate appear in an hour, for a tenth of the month.
        assertThat(breakdown.testing().expected()).isEqualTo(usd("8895.89"));
        assertThat(of("grafana-cloud", ONE.testedFor(Duration.ofHours(36)), churning)
                        .testing()
                        .expected())
                .isEqualTo(usd("0.00"));
    }

    /** 7,095.89 of testing and 30,000 a month saved: 0.2365 months of 30.42 days. */
    @Test
    void breaksEvenWhenTheSavingHasPaidForTheTest() {
        CostBreakdown breakdown = of("datadog", ONE.testedFor(Duration.ofHours(73)), same(0.4, 0.2, 0.6));

        assertThat(breakdown.breakEven()).isNotNull();
        assertThat(breakdown.breakEven().days()).isEqualByComparingTo("7.20");
        assertThat(breakdown.breakEven().best()).isEqualByComparingTo("4.63");
        assertThat(breakdown.breakEven().worst()).isEqualByComparingTo("12.34");
        assertThat(breakdown.net().year()).isEqualTo(range("352904.11", "231890.41", "473917.81"));
    }

    /** 666.6666666666666 samples a second are 16 digits, 39,999.999999999996 a minute are more. */
    @ParameterizedTest
    @ValueSource(strings = {"new-relic", "azure-monitor", "grafana-cloud"})
    void theSameVolumeCostsTheSameToTheLastDigit(String book) {
        List<MeasuredWindow> measured = List.of(
                AResult.window(Metric.ACTIVE_SERIES, "baseline", 40_000),
                AResult.window(Metric.SAMPLES_PER_SECOND, "baseline", 666.6666666666666));

        CostBreakdown breakdown = Objects.requireNonNull(CostEngine.savings(
                        AResult.of(AResult.candidate("candidate", Verdict.PROMOTE, same(1, 1, 1))),
                        measured,
                        List.of(PriceBooks.shipped().find(book).orElseThrow()),
                        PricingScope.measured(3).extrapolatedTo(10))
                .getFirst()
                .breakdown());

        assertThat(breakdown.gross().month()).isEqualTo(range("0.00", "0.00", "0.00"));
        assertThat(breakdown.breakEven()).isNull();
    }

    @Test
    void lessThanHalfACentAMonthNeverBreaksEven() {
        assertThat(of("azure-monitor", ONE, same(0.9999999, 0.9999999, 0.9999999))
                        .breakEven())
                .isNull();
    }

    /** 3.6 M samples a minute of 9 hosts are 4 M of 10, or 87,600 GB; 4 M of 3 hosts are 13,333,333 1/3 of 10, or 292,000 GB. */
    @ParameterizedTest
    @CsvSource({"60000, 9, 35000.00", "66666.66666666667, 3, 116760.00"})
    void aFleetThatIsNoMultipleLosesNoWholeGigabyte(double samples, int hosts, String expected) {
        CostEstimate estimate = CostEngine.savings(
                        AResult.of(AResult.candidate("candidate", Verdict.PROMOTE, same(0.4, 0.4, 0.4))),
                        List.of(
                                AResult.window(Metric.ACTIVE_SERIES, "baseline", 1_000_000),
                                AResult.window(Metric.SAMPLES_PER_SECOND, "baseline", samples)),
                        List.of(PriceBooks.shipped().find("new-relic").orElseThrow()),
                        PricingScope.measured(hosts).extrapolatedTo(10))
                .getFirst();

        assertThat(estimate.baseline()).isEqualTo(usd(expected));
    }

    @Test
    void aWorseEndThatSavesNothingNeverBreaksEven() {
        CostBreakdown breakdown = of("datadog", ONE, same(0.9, 0.7, 1.1));

        assertThat(Objects.requireNonNull(breakdown.breakEven()).worst()).isNull();
        assertThat(of("datadog", ONE, same(1.1, 1.05, 1.2)).breakEven()).isNull();
    }

    @Test
    void aFleetIsPricedByItsVolumeAndSaysSo() {
        CostBreakdown breakdown = of("datadog", PricingScope.measured(2).extrapolatedTo(20), same(0.4, 0.4, 0.4));

        // 10 M series less 2,000 included are 499,900; 4 M less 2,000 are 199,900.
        assertThat(breakdown.gross().month().expected()).isEqualTo(usd("300000.00"));
        assertThat(breakdown.candidate().expected()).isEqualTo(usd("199900.00"));
        assertThat(breakdown.scope().extrapolated()).isTrue();
        assertThat(breakdown.scope().sentence())
                .startsWith("An extrapolation: the volume of 2 hosts is taken 20/2 times for 20 hosts");
        assertThat(breakdown.testing().expected())
                .isEqualTo(of("datadog", PricingScope.measured(2), same(0.4, 0.4, 0.4))
                        .testing()
                        .expected());
    }

    @Test
    void sendingLessOftenHelpsWhereSamplesAreBilledAndNowhereElse() {
        MetricResult[] slower = {
            AResult.metric(Metric.ACTIVE_SERIES, 1.0, 1.0, 1.0),
            AResult.metric(Metric.SAMPLES_PER_SECOND, 0.5, 0.45, 0.55),
            AResult.metric(Metric.BYTES_PER_SECOND, 0.5, 0.45, 0.55)
        };

        CostBreakdown datadog = of("datadog", ONE, slower);
        CostBreakdown azure = of("azure-monitor", ONE, slower);

        assertThat(datadog.gross().month().expected()).isEqualTo(usd("0.00"));
        assertThat(azure.recommendation().advice()).isEqualTo(Advice.ADOPT);
        assertThat(azure.recommendation().reason())
                .contains("This bill follows samples (samples ingested): -50.0 % (-55.0 % to -45.0 %).")
                .contains("It helps where these are billed: samples; bytes of samples and labels.")
                .contains("It changes nothing where these are billed: live series");
        assertThat(azure.effects())
                .extracting(RuleEffect::dimension, RuleEffect::direction, RuleEffect::billedHere)
                .contains(
                        tuple(Dimension.SAMPLES, Direction.HELPS, true),
                        tuple(Dimension.BYTES, Direction.HELPS, false),
                        tuple(Dimension.COLLECTOR_CPU, Direction.NOT_MEASURED, false));
    }

    /** Live series fall to 40 %, but each of those left is replaced all the time: 400 k + 3.6 M an hour, where 1 M were. */
    @Test
    void seriesThatFlapSaveNothingWhereEveryHourCounts() {
        MetricResult[] flapping = with(same(0.4, 0.4, 0.4), difference(Metric.SERIES_CHURN, 1000.0, 900.0, 1100.0));

        CostBreakdown breakdown = of("datadog", ONE, flapping);

        assertThat(breakdown.gross().month()).isEqualTo(range("-150000.00", "-168000.00", "-132000.00"));
        assertThat(breakdown.recommendation().advice()).isEqualTo(Advice.KEEP_BASELINE);
    }

    @Test
    void fewerLabelsHelpWhereBytesAreBilled() {
        MetricResult[] narrower = {
            AResult.metric(Metric.ACTIVE_SERIES, 1.0, 1.0, 1.0),
            AResult.metric(Metric.SAMPLES_PER_SECOND, 1.0, 1.0, 1.0),
            AResult.metric(Metric.BYTES_PER_SECOND, 0.5, 0.5, 0.5)
        };

        assertThat(of("new-relic", ONE, narrower).gross().month().expected()).isEqualTo(usd("4380.00"));
        assertThat(of("amazon-managed-prometheus", ONE, narrower)
                        .gross()
                        .month()
                        .expected())
                .isEqualTo(usd("0.00"));
    }

    @Test
    void aPriceThatCountsSomethingWithoutAnIntervalHasNoRange() {
        MetricResult[] unknownSize =
                with(same(0.4, 0.38, 0.42), AResult.metric(Metric.BYTES_PER_SECOND, 0.4, null, null));

        assertThat(of("new-relic", ONE, unknownSize).gross().month().low()).isNull();
        assertThat(of("new-relic", ONE, unknownSize).recommendation().advice()).isEqualTo(Advice.UNDECIDED);
        assertThat(of("azure-monitor", ONE, unknownSize).gross().month().low()).isNotNull();
    }

    @Test
    void everyFigureOpensToHowItWasComputed() {
        CostBreakdown breakdown = of("amazon-managed-prometheus", ONE, same(0.4, 0.38, 0.42));

        assertThat(breakdown.figures())
                .extracting(Figure::name)
                .containsExactly(
                        "baseline_month",
                        "candidate_month",
                        "candidate_month_least",
                        "candidate_month_most",
                        "saving_month",
                        "saving_year",
                        "collector_saving_month",
                        "net_month",
                        "testing",
                        "net_first_year");
        assertThat(breakdown.figures()).allSatisfy(figure -> {
            assertThat(figure.priceVersion()).isEqualTo("amazon-managed-prometheus 2026-11-21");
            assertThat(figure.formula()).isNotEmpty();
        });
        // 438 G samples a month; 38 %, 40 % and 42 % of 43.8 G are below 252 G: 180 + 0.35 for each 10 M above 2 G, and
        // storage.
        assertThat(breakdown.figures())
                .extracting(Figure::name, figure -> figure.result().expected())
                .contains(
                        tuple("candidate_month", usd("723.99")),
                        tuple("candidate_month_least", usd("693.29")),
                        tuple("candidate_month_most", usd("754.69")));
        Figure baseline = breakdown.figures().getFirst();
        assertThat(Objects.requireNonNull(baseline.bill()).getFirst().counted().formula())
                .isEqualTo("samplesPerMinute * minutesPerMonth");
        assertThat(sum(baseline))
                .isEqualByComparingTo(baseline.result().expected().amount());
    }

    @Test
    void aCandidateThatIsNotPromotedIsAdvisedByPriceAlone() {
        CostEstimate estimate = CostEngine.savings(
                        AResult.of(AResult.candidate("candidate", Verdict.REJECT, same(0.4, 0.38, 0.42))),
                        measured(),
                        List.of(entry("datadog")),
                        ONE)
                .getFirst();

        assertThat(Objects.requireNonNull(estimate.breakdown()).recommendation().reason())
                .endsWith("This is by price alone; the experiment's verdict is REJECT.");
    }

    /** A rate of thirds has more digits by the minute than a candidate's level keeps. */
    @Test
    void aRatioOfOneChangesNothingWhateverTheDigits() {
        List<MeasuredWindow> thirds = List.of(
                AResult.window(Metric.ACTIVE_SERIES, "baseline", 1_000_000.0 / 3, 7),
                AResult.window(Metric.SAMPLES_PER_SECOND, "baseline", 1_000_000.0 / 60, 1.0 / 3),
                AResult.window(Metric.SERIES_CHURN, "baseline", 1.0 / 3, 1.0 / 7),
                AResult.window(Metric.COLLECTOR_CPU, "baseline", 1.0 / 3, 1.0 / 7),
                AResult.window(Metric.COLLECTOR_MEMORY, "baseline", 1e9 / 3, 1e9 / 7));
        MetricResult[] ratios = with(
                same(1, 1, 1),
                AResult.metric(Metric.SERIES_CHURN, 1.0, 1.0, 1.0),
                AResult.metric(Metric.BYTES_PER_SECOND, 1.0, 1.0, 1.0),
                AResult.metric(Metric.COLLECTOR_CPU, 1.0, 1.0, 1.0),
                AResult.metric(Metric.COLLECTOR_MEMORY, 1.0, 1.0, 1.0));

        CostEstimate estimate = CostEngine.savings(
                        AResult.of(AResult.candidate("candidate", Verdict.PROMOTE, ratios)),
                        thirds,
                        List.of(entry("grafana-cloud")),
                        ONE)
                .getFirst();

        assertThat(Objects.requireNonNull(estimate.breakdown()).effects())
                .allSatisfy(effect -> assertThat(effect.direction()).isEqualTo(Direction.UNCHANGED));
    }

    @Test
    void onlyOneEndThatMovesIsUndecided() {
        MetricResult[] ratios = {
            AResult.metric(Metric.ACTIVE_SERIES, 1.0, 1.0, 1.0),
            AResult.metric(Metric.SAMPLES_PER_SECOND, 1.0, 1.0, 1.2)
        };

        CostBreakdown breakdown = of("azure-monitor", ONE, ratios);

        assertThat(breakdown.recommendation().advice()).isEqualTo(Advice.KEEP_BASELINE);
        assertThat(breakdown.effects())
                .extracting(RuleEffect::dimension, RuleEffect::direction)
                .contains(tuple(Dimension.SAMPLES, Direction.UNDECIDED));
        assertThat(of(
                                "azure-monitor",
                                ONE,
                                AResult.metric(Metric.ACTIVE_SERIES, 1.0, 1.0, 1.0),
                                AResult.metric(Metric.SAMPLES_PER_SECOND, 1.0, 0.9, 1.0))
                        .recommendation()
                        .advice())
                .isEqualTo(Advice.UNDECIDED);
    }

    @Test
    void aChurnThatAppearsIsAChangeFromNone() {
        CostBreakdown breakdown =
                of("datadog", ONE, with(same(0.4, 0.4, 0.4), difference(Metric.SERIES_CHURN, 1.0, 0.5, 1.5)));

        assertThat(breakdown.effects())
                .filteredOn(effect -> effect.dimension() == Dimension.LIVE_SERIES)
                .extracting(RuleEffect::change)
                .containsExactly(new BigDecimal("-0.6000"));
    }

    @Test
    void whatTheBaselineDoesNotUseHasNoShare() {
        List<MeasuredWindow> idle = new ArrayList<>(AResult.measured(1_000_000, Duration.ofMinutes(1)));
        idle.add(AResult.window(Metric.COLLECTOR_CPU, "baseline", 0, 0));
        MetricResult[] ratios = with(same(0.4, 0.4, 0.4), AResult.metric(Metric.COLLECTOR_CPU, 1.0, 1.0, 1.0));

        CostEstimate estimate = CostEngine.savings(
                        AResult.of(AResult.candidate("candidate", Verdict.PROMOTE, ratios)),
                        idle,
                        List.of(entry("datadog")),
                        ONE)
                .getFirst();

        assertThat(Objects.requireNonNull(estimate.breakdown()).effects())
                .filteredOn(effect -> effect.dimension() == Dimension.COLLECTOR_CPU)
                .extracting(RuleEffect::direction, RuleEffect::change)
                .containsExactly(tuple(Direction.UNCHANGED, null));
    }

    @Test
    void theCollectorsPriceItselfIsNotNettedTwice() {
        PriceBookEntry compute = compute("USD");
        MetricResult[] ratios = with(same(0.4, 0.4, 0.4), AResult.metric(Metric.COLLECTOR_CPU, 0.5, 0.4, 0.6));

        CostEstimate estimate = CostEngine.savings(
                        AResult.of(AResult.candidate("candidate", Verdict.PROMOTE, ratios)),
                        measured(),
                        List.of(compute),
                        ONE.withCompute(compute))
                .getFirst();
        CostBreakdown breakdown = Objects.requireNonNull(estimate.breakdown());

        assertThat(breakdown.net().month()).isEqualTo(breakdown.gross().month());
        assertThat(breakdown.gross().month()).isEqualTo(range("36.50", "29.20", "43.80"));
        assertThat(breakdown.recommendation().reason()).contains("This bill follows collector CPU (CPU)");
        assertThat(estimate.assumptions())
                .contains("Your own price of Your infrastructure CPU and memory of the collectors, of 2026-11-21.")
                .anyMatch(sentence -> sentence.endsWith("core hours at USD 0.05 each."))
                .noneMatch(sentence -> sentence.startsWith("CPU and memory of the collectors are"));
    }

    @Test
    void aCollectorWithoutAnIntervalLeavesTheNetWithoutARange() {
        MetricResult[] ratios = with(same(0.4, 0.4, 0.4), AResult.metric(Metric.COLLECTOR_CPU, 0.5, null, null));

        CostBreakdown breakdown = of("grafana-cloud", ONE.withCompute(compute("USD")), ratios);

        assertThat(breakdown.net().month().low()).isNull();
        assertThat(breakdown.figures()).extracting(Figure::name).doesNotContain("candidate_month_least");
        assertThat(of("grafana-cloud", ONE, ratios).net().month().low()).isNotNull();
    }

    @Test
    void withoutAPublicPriceThereIsNoEstimate() {
        assertThat(CostEngine.savings(
                        AResult.of(AResult.candidate("candidate", Verdict.PROMOTE, same(0.4, 0.4, 0.4))),
                        measured(),
                        List.of(entry("splunk")),
                        ONE))
                .isEmpty();
    }

    @Test
    void seriesAloneAreNotEnoughForAnEstimate() {
        for (Metric metric : List.of(Metric.ACTIVE_SERIES, Metric.SAMPLES_PER_SECOND)) {
            assertThat(CostEngine.savings(
                            AResult.of(AResult.candidate(
                                    "candidate", Verdict.PROMOTE, AResult.metric(metric, 0.4, 0.4, 0.4))),
                            measured(),
                            List.of(entry("datadog")),
                            ONE))
                    .isEmpty();
        }
    }

    /** Where a price has a range of its own, the best end is the shortest time and the worst end the longest. */
    @Test
    void theTimeToBreakEvenCoversWhatNobodyHasVerified() {
        CostBreakdown breakdown = of("new-relic", ONE.testedFor(Duration.ofHours(73)), same(0.4, 0.38, 0.42));
        var breakEven = Objects.requireNonNull(breakdown.breakEven());

        double month = breakdown.net().month().expected().amount().doubleValue();
        double testing = breakdown.testing().expected().amount().doubleValue();
        assertThat(breakEven.days()).isStrictlyBetween(breakEven.best(), breakEven.worst());
        assertThat(breakEven.days().doubleValue()).isEqualTo(testing / month * 730 / 24, within(0.01));
    }

    @Test
    void ofTwoChargesThatChangeAlikeTheBillFollowsTheFirst() {
        MetricResult[] ratios = with(
                same(0.4, 0.4, 0.4),
                AResult.metric(Metric.COLLECTOR_CPU, 0.5, 0.5, 0.5),
                AResult.metric(Metric.COLLECTOR_MEMORY, 0.0, 0.0, 0.0));

        CostEstimate estimate = CostEngine.savings(
                        AResult.of(AResult.candidate("candidate", Verdict.PROMOTE, ratios)),
                        measured(),
                        List.of(compute("USD")),
                        ONE)
                .getFirst();

        assertThat(Objects.requireNonNull(estimate.breakdown()).recommendation().reason())
                .contains("This bill follows collector CPU (CPU)");
    }

    @Test
    void aVerifiedPriceIsNotDoubted() {
        String text = PriceBooks.shippedText("splunk")
                .orElseThrow()
                .replace("verified: false", "verified: true")
                .replace("unit: 1\n", "unit: 1\n    tiers: [{price: 1}]\n");

        CostEstimate estimate = CostEngine.savings(
                        AResult.of(AResult.candidate("candidate", Verdict.PROMOTE, same(0.4, 0.4, 0.4))),
                        measured(),
                        List.of(PriceBookReader.read(text, 0).orThrow(ErrorCode.INTERNAL)),
                        ONE)
                .getFirst();

        assertThat(estimate.verified()).isTrue();
        assertThat(estimate.assumptions()).noneMatch(sentence -> sentence.contains("not verified"));
    }

    /** A part of a unit above what is included costs nothing yet where units are rounded down. */
    @Test
    void lessThanAUnitIsCountedAndNotCharged() {
        double perMinute = 100.5e9 / 43_800 / 500;
        List<MeasuredWindow> measured = List.of(
                AResult.window(Metric.ACTIVE_SERIES, "baseline", perMinute),
                AResult.window(Metric.SAMPLES_PER_SECOND, "baseline", perMinute / 60));

        CostEstimate estimate = CostEngine.savings(
                        AResult.of(AResult.candidate("candidate", Verdict.PROMOTE, same(0.4, 0.4, 0.4))),
                        measured,
                        List.of(entry("new-relic")),
                        ONE)
                .getFirst();

        assertThat(estimate.baseline()).isEqualTo(usd("0.00"));
        assertThat(estimate.assumptions()).anyMatch(sentence -> sentence.endsWith(" less 100,000,000,000 included."));
    }

    /** The second charge of the entry is the one that changes. */
    @Test
    void theBillFollowsTheChargeThatChangesMost() {
        MetricResult[] ratios = with(
                same(0.4, 0.4, 0.4),
                AResult.metric(Metric.COLLECTOR_CPU, 0.9, 0.9, 0.9),
                AResult.metric(Metric.COLLECTOR_MEMORY, 0.1, 0.1, 0.1));

        CostEstimate estimate = CostEngine.savings(
                        AResult.of(AResult.candidate("candidate", Verdict.PROMOTE, ratios)),
                        measured(),
                        List.of(compute("USD")),
                        ONE)
                .getFirst();

        assertThat(Objects.requireNonNull(estimate.breakdown()).recommendation().reason())
                .contains("This bill follows collector memory (memory): -90.0 % (-90.0 % to -90.0 %).");
    }

    private static BigDecimal sum(Figure figure) {
        return Objects.requireNonNull(figure.bill()).stream()
                .map(line -> Objects.requireNonNull(line.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    private static CostBreakdown of(String book, PricingScope scope, MetricResult... ratios) {
        CostEstimate estimate = CostEngine.savings(
                        AResult.of(AResult.candidate("candidate", Verdict.PROMOTE, ratios)),
                        measured(),
                        List.of(entry(book)),
                        scope)
                .getFirst();
        return Objects.requireNonNull(estimate.breakdown());
    }

    private static List<MeasuredWindow> measured() {
        List<MeasuredWindow> measured = new ArrayList<>(AResult.measured(1_000_000, Duration.ofMinutes(1)));
        measured.add(AResult.window(Metric.COLLECTOR_CPU, "baseline", 2, 2));
        measured.add(AResult.window(Metric.COLLECTOR_MEMORY, "baseline", 1L << 30, 1L << 30));
        measured.add(AResult.window(Metric.SERIES_CHURN, "baseline", 0, 0));
        return measured;
    }

    private static PriceBookEntry compute(String currency) {
        String text = PriceBooks.shippedText(PriceBooks.COMPUTE)
                .orElseThrow()
                .replace("currency: USD", "currency: " + currency)
                .replace("unit: 1\n", "unit: 1\n    tiers: [{price: 0.05}]\n");
        return PriceBookReader.read(text, 1).orThrow(ErrorCode.INTERNAL);
    }

    private static MetricResult[] same(double ratio, double lower, double upper) {
        return new MetricResult[] {
            AResult.metric(Metric.ACTIVE_SERIES, ratio, lower, upper),
            AResult.metric(Metric.SAMPLES_PER_SECOND, ratio, lower, upper)
        };
    }

    private static MetricResult[] with(MetricResult[] some, MetricResult... more) {
        List<MetricResult> all = new ArrayList<>(Arrays.asList(some));
        all.addAll(Arrays.asList(more));
        return all.toArray(MetricResult[]::new);
    }

    private static MetricResult difference(
            Metric metric, double difference, @Nullable Double lower, @Nullable Double upper) {
        return AResult.metric(metric, null, null, null, difference, lower, upper);
    }

    private static PriceBookEntry entry(String id) {
        return PriceBooks.shipped().find(id).orElseThrow();
    }

    private static MoneyRange range(String expected, String low, String high) {
        return new MoneyRange(usd(expected), usd(low), usd(high));
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
