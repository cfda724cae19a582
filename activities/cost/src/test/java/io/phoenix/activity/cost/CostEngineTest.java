package io.phoenix.activity.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.cost.CostBreakdown;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.Money;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.Recommendation.Advice;
import io.phoenix.domain.cost.Volume;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts are worked by hand from the list price of the entry: 19 + 6.50 for each 1,000 billed above 10,000. */
class CostEngineTest {
    private static final PriceBookEntry GRAFANA =
            PriceBooks.shipped().find("grafana-cloud").orElseThrow();
    private static final PricingScope ONE = PricingScope.ONE_HOST;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration QUARTER = Duration.ofSeconds(15);

    @ParameterizedTest
    @CsvSource({"15, 25954.00", "60, 6454.00", "120, 6454.00"})
    void pricesAMillionSeriesAsTheWorkedExampleDoes(int interval, BigDecimal expected) {
        Volume volume = Volume.of(1_000_000, 1_000_000 * 60.0 / interval);

        assertThat(CostEngine.estimate(GRAFANA, volume)).isEqualTo(new Money(expected, "USD"));
    }

    @Test
    void carriesTheIntervalOfTheRatioThrough() {
        CostEstimate estimate =
                only(AResult.of(AResult.withRatio(0.4, 0.38, 0.42)), AResult.measured(1_000_000, MINUTE));

        assertThat(estimate.baseline()).isEqualTo(usd("6454.00"));
        assertThat(estimate.monthlySaving()).isEqualTo(usd("3900.00"));
        assertThat(estimate.monthlySavingLow()).isEqualTo(usd("3770.00"));
        assertThat(estimate.monthlySavingHigh()).isEqualTo(usd("4030.00"));
        assertThat(estimate.assumptions()).anyMatch(sentence -> sentence.contains("confidence intervals (95 %)"));
    }

    /** The entry counts series and samples, not bytes. */
    @Test
    void saysAtWhichLevelEachIntervalHoldsWhereALookHasWidenedOne() {
        AnalysisResult look = AResult.of(AResult.candidate(
                "candidate",
                Verdict.PROMOTE,
                AResult.atLevel(0.9969, Metric.ACTIVE_SERIES, 0.4, 0.35, 0.45),
                AResult.metric(Metric.SAMPLES_PER_SECOND, 0.4, 0.38, 0.42),
                AResult.atLevel(0.5, Metric.BYTES_PER_SECOND, 0.4, 0.38, 0.42)));

        assertThat(only(look, AResult.measured(1_000_000, MINUTE)).assumptions())
                .anyMatch(sentence -> sentence.contains(
                        "confidence intervals (active_series 99.69 %, samples_per_second 95 %) at once"));
    }

    @Test
    void saysThatScaledTimeRaisesABillBySamples() {
        AnalysisResult result = AResult.of(AResult.withRatio(0.4, 0.38, 0.42));
        List<MeasuredWindow> measured = AResult.measured(1_000_000, MINUTE);

        assertThat(CostEngine.savings(result, measured, List.of(GRAFANA), ONE.atTimeScale(0.5))
                        .getFirst()
                        .assumptions())
                .anyMatch(sentence -> sentence.startsWith("Measured at time scale 0.5: ")
                        && sentence.contains("up to 2 times that of real time"));
        assertThat(only(result, measured).assumptions()).noneMatch(sentence -> sentence.contains("time scale"));
    }

    @Test
    void aCandidateThatSendsMoreCostsMoreAndItsWorseEndIsTheLowOne() {
        CostEstimate estimate = only(AResult.of(AResult.withRatio(1.1, 0.9, 1.2)), AResult.measured(1_000_000, MINUTE));

        assertThat(estimate.monthlySaving()).isEqualTo(usd("-650.00"));
        assertThat(estimate.monthlySavingLow()).isEqualTo(usd("-1300.00"));
        assertThat(estimate.monthlySavingHigh()).isEqualTo(usd("650.00"));
    }

    @Test
    void seriesThatAreSentMoreSlowlySaveWhereSamplesAreBilled() {
        AnalysisResult slower = AResult.of(AResult.candidate(
                "candidate",
                Verdict.PROMOTE,
                AResult.metric(Metric.ACTIVE_SERIES, 1.0, 1.0, 1.0),
                AResult.metric(Metric.SAMPLES_PER_SECOND, 0.25, 0.2, 0.5)));

        CostEstimate estimate = only(slower, AResult.measured(1_000_000, QUARTER));

        assertThat(estimate.monthlySaving()).isEqualTo(usd("19500.00"));
        assertThat(estimate.monthlySavingLow()).isEqualTo(usd("13000.00"));
        assertThat(estimate.monthlySavingHigh()).isEqualTo(usd("19500.00"));
        assertThat(estimate.assumptions())
                .anyMatch(sentence -> sentence.contains("4,000,000 samples per minute less 10,000 included"));
    }

    @Test
    void anExactRatioHasARangeOfWidthZero() {
        CostEstimate estimate = only(AResult.of(AResult.withRatio(0.5, 0.5, 0.5)), AResult.measured(1_000_000, MINUTE));

        assertThat(estimate.monthlySavingLow())
                .isEqualTo(estimate.monthlySaving())
                .isEqualTo(estimate.monthlySavingHigh())
                .isEqualTo(usd("3250.00"));
    }

    @Test
    void withoutAnIntervalThereIsNoRange() {
        CostEstimate estimate =
                only(AResult.of(AResult.withRatio(0.5, null, null)), AResult.measured(1_000_000, MINUTE));

        assertThat(estimate.monthlySaving()).isEqualTo(usd("3250.00"));
        assertThat(estimate.monthlySavingLow()).isNull();
        assertThat(estimate.monthlySavingHigh()).isNull();
        assertThat(estimate.assumptions()).anyMatch(sentence -> sentence.endsWith("so there is no range."));
    }

    @Test
    void aBoundBelowZeroSavesAllButTheFee() {
        CostEstimate estimate =
                only(AResult.of(AResult.withRatio(0.0001, -0.1, 0.1)), AResult.measured(1_000_000, MINUTE));

        assertThat(estimate.monthlySavingHigh()).isEqualTo(usd("6435.00"));
    }

    @Test
    void withinTheIncludedSeriesNothingIsSavedAndTheEstimateSaysSo() {
        CostEstimate estimate = only(AResult.of(AResult.withRatio(0.4, 0.38, 0.42)), AResult.measured(3500, MINUTE));

        assertThat(estimate.baseline()).isEqualTo(usd("19.00"));
        assertThat(estimate.monthlySaving()).isEqualTo(usd("0.00"));
        assertThat(estimate.monthlySavingLow()).isEqualTo(usd("0.00"));
        assertThat(estimate.assumptions())
                .contains(
                        "The baseline's metrics: 3,500 series, which lie within the 10,000 included, so there is nothing to"
                                + " save.");
        assertThat(breakdown(estimate).recommendation().advice()).isEqualTo(Advice.NO_DIFFERENCE);
        assertThat(breakdown(estimate).breakEven()).isNull();
    }

    @Test
    void everyEstimateSaysWhatItRestsOn() {
        CostEstimate estimate =
                only(AResult.of(AResult.withRatio(0.4, 0.38, 0.42)), AResult.measured(1_000_000, QUARTER));

        assertThat(estimate.priceVersion()).isEqualTo("2026-11-21");
        assertThat(estimate.verified()).isFalse();
        assertThat(String.join("\n", estimate.assumptions()))
                .contains("List price of Grafana Cloud Pro", "without discounts", "not verified")
                .contains("Billed is the greater of active series and samples per minute")
                .contains("4,000,000 samples per minute less 10,000 included at USD 6.50 for each 1,000.")
                .contains("Measured for 10m and taken as the whole month of 730 hours");
    }

    @Test
    void withoutDataThereIsNoEstimate() {
        AnalysisResult known = AResult.of(AResult.withRatio(0.4, 0.38, 0.42));
        AnalysisResult unknown = AResult.of(AResult.withRatio(null, null, null));
        List<MeasuredWindow> measured = AResult.measured(1_000_000, MINUTE);

        assertThat(CostEngine.savings(known, List.of(), List.of(GRAFANA), ONE)).isEmpty();
        assertThat(CostEngine.savings(known, measured.subList(0, 1), List.of(GRAFANA), ONE))
                .isEmpty();
        assertThat(CostEngine.savings(unknown, measured, List.of(GRAFANA), ONE)).isEmpty();
        assertThat(CostEngine.savings(known, measured, List.of(), ONE)).isEmpty();
    }

    @Test
    void dataThatCannotBeTrustedAreNotPriced() {
        AnalysisResult mixed = AResult.of(
                AResult.candidate("good", Verdict.PROMOTE, series(0.4), samples(0.4)),
                AResult.candidate("bad", Verdict.INVALID, series(0.1), samples(0.1)),
                AResult.candidate("poor", Verdict.REJECT, series(0.9), samples(0.9)));

        assertThat(CostEngine.savings(mixed, AResult.measured(1_000_000, MINUTE), List.of(GRAFANA), ONE))
                .extracting(CostEstimate::candidate)
                .containsExactly("good", "poor");
    }

    private static CostBreakdown breakdown(CostEstimate estimate) {
        return Objects.requireNonNull(estimate.breakdown());
    }

    private static MetricResult series(double ratio) {
        return AResult.metric(Metric.ACTIVE_SERIES, ratio, ratio, ratio);
    }

    private static MetricResult samples(double ratio) {
        return AResult.metric(Metric.SAMPLES_PER_SECOND, ratio, ratio, ratio);
    }

    private static CostEstimate only(AnalysisResult result, List<MeasuredWindow> measured) {
        List<CostEstimate> estimates = CostEngine.savings(result, measured, List.of(GRAFANA), ONE);
        assertThat(estimates).hasSize(1);
        return estimates.getFirst();
    }

    private static Money usd(String amount) {
        return new Money(new BigDecimal(amount), "USD");
    }
}
