package io.phoenix.activity.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.Level;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.Reading;
import io.phoenix.domain.cost.Volume;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What must hold for every price and every volume. */
@Tag("monte-carlo")
class CostPropertiesTest {
    private static final List<PriceBookEntry> PRICED = PriceBooks.shipped().entries().stream()
            .filter(entry -> entry.model().priced())
            .toList();

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20261121);

    @Test
    void aBillNeverFallsWhenTheVolumeGrows() {
        for (int i = 0; i < 300; i++) {
            Volume less = anyVolume();
            Volume more = less.plus(anyVolume());
            for (PriceBookEntry entry : PRICED) {
                for (Reading reading : Reading.values()) {
                    assertThat(entry.model().perMonth(more, reading))
                            .as(entry.id())
                            .isGreaterThanOrEqualTo(entry.model().perMonth(less, reading));
                }
            }
        }
    }

    @Test
    void aBillIsTheSumOfItsLinesAndItsFee() {
        for (int i = 0; i < 100; i++) {
            Volume volume = anyVolume();
            for (PriceBookEntry entry : PRICED) {
                var bill = entry.model().bill(volume, Reading.LISTED);
                BigDecimal lines = bill.lines().stream()
                        .map(line -> Objects.requireNonNull(line.amount()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(entry.model().perMonth(volume)).isEqualByComparingTo(lines.add(bill.fee()));
                assertThat(bill.lines())
                        .allSatisfy(line -> assertThat(Objects.requireNonNull(line.parts()).stream()
                                        .map(part -> part.units())
                                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                                .isEqualByComparingTo(line.chargedUnits()));
            }
        }
    }

    @Test
    void everyRangeContainsItsPoint() {
        for (int i = 0; i < 60; i++) {
            for (CostEstimate estimate : anyEstimates()) {
                var breakdown = Objects.requireNonNull(estimate.breakdown());
                assertThat(List.of(
                                breakdown.candidate(),
                                breakdown.gross().month(),
                                breakdown.gross().year(),
                                breakdown.net().month(),
                                breakdown.net().year(),
                                breakdown.testing()))
                        .allSatisfy(CostPropertiesTest::containsItsPoint);
                assertThat(breakdown.testing().expected().amount()).isNotNegative();
                if (breakdown.breakEven() != null && breakdown.breakEven().worst() != null) {
                    assertThat(breakdown.breakEven().days())
                            .isBetween(
                                    breakdown.breakEven().best(),
                                    breakdown.breakEven().worst());
                }
            }
        }
    }

    @Test
    void nothingIsSavedByACandidateThatSendsTheSame() {
        MetricResult[] same = {
            AResult.metric(Metric.ACTIVE_SERIES, 1.0, 1.0, 1.0),
            AResult.metric(Metric.SAMPLES_PER_SECOND, 1.0, 1.0, 1.0)
        };
        for (CostEstimate estimate : estimates(anyMeasured(), same)) {
            assertThat(estimate.monthlySaving().amount()).isZero();
            assertThat(Objects.requireNonNull(estimate.monthlySavingLow()).amount())
                    .isZero();
            assertThat(Objects.requireNonNull(estimate.monthlySavingHigh()).amount())
                    .isZero();
        }
    }

    private static void containsItsPoint(MoneyRange range) {
        assertThat(range.expected().amount())
                .isBetween(
                        Objects.requireNonNull(range.low()).amount(),
                        Objects.requireNonNull(range.high()).amount());
    }

    private List<CostEstimate> anyEstimates() {
        List<MetricResult> ratios = new ArrayList<>();
        for (Metric metric : List.of(
                Metric.ACTIVE_SERIES,
                Metric.SAMPLES_PER_SECOND,
                Metric.SERIES_CHURN,
                Metric.BYTES_PER_SECOND,
                Metric.COLLECTOR_CPU)) {
            double lower = random.nextDouble(-0.1, 1.2);
            double ratio = lower + random.nextDouble(0.5);
            ratios.add(AResult.metric(metric, ratio, lower, ratio + random.nextDouble(0.5)));
        }
        return estimates(anyMeasured(), ratios.toArray(MetricResult[]::new));
    }

    private List<MeasuredWindow> anyMeasured() {
        double series = Math.exp(random.nextDouble(5, 16));
        return List.of(
                AResult.window(Metric.ACTIVE_SERIES, "baseline", series, series * random.nextDouble(1, 2)),
                AResult.window(Metric.SAMPLES_PER_SECOND, "baseline", series / random.nextDouble(1, 60), series / 60),
                AResult.window(Metric.SERIES_CHURN, "baseline", series * random.nextDouble(0.001)),
                AResult.window(Metric.COLLECTOR_CPU, "baseline", random.nextDouble()));
    }

    private static List<CostEstimate> estimates(List<MeasuredWindow> measured, MetricResult... ratios) {
        return CostEngine.savings(
                AResult.of(AResult.candidate("candidate", Verdict.PROMOTE, ratios)),
                measured,
                PRICED,
                PricingScope.measured(3).extrapolatedTo(7));
    }

    private Volume anyVolume() {
        return new Volume(
                new Volume.Series(new Level(any(), any()), any()),
                new Volume.Samples(new Level(any(), any()), any(), any()),
                new Volume.Collectors(any(), any()),
                BigDecimal.TWO);
    }

    private BigDecimal any() {
        return random.nextInt(4) == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(Math.round(Math.exp(random.nextDouble(0, 18))), 1);
    }
}
