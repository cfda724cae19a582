package io.phoenix.activity.cost;

import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.cost.MoneyRange.Decimals;
import io.phoenix.domain.cost.PricedRun;
import io.phoenix.domain.cost.Projection;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Projects the bill of every target at every vendor from the baselines that were measured there. */
public final class Projections {
    private static final double CONFIDENCE = 0.95;
    private static final double MONTH_SECONDS = Duration.ofHours(730).toSeconds();
    private static final String FORMULA =
            "least squares of the month's bill over time; slope +- t(n - 2) * s / sqrt(Sxx); bill +- t(n - 2) * s * sqrt(1 + 1 /"
                    + " n + (x - mean)^2 / Sxx), not below 0";

    private Projections() {}

    /**
     * By target, then by book.
     *
     * <p>A point is what a run's baseline cost a month. Errors are taken as independent and the trend as straight, which a few
     * runs cannot show to be wrong.
     *
     * @param at the time to project to
     */
    public static List<Projection> of(List<PricedRun> runs, Instant at) {
        Map<String, List<Projection.Point>> series = new TreeMap<>();
        for (PricedRun run : runs) {
            for (CostEstimate cost : run.costs()) {
                Instant measured = run.experiment().endedAt() == null
                        ? run.experiment().updatedAt()
                        : run.experiment().endedAt();
                series.computeIfAbsent(
                                run.experiment().spec().target() + "\n" + cost.book() + "\n"
                                        + cost.baseline().currency(),
                                key -> new ArrayList<>())
                        .add(new Projection.Point(measured, cost.baseline()));
            }
        }
        return series.entrySet().stream()
                .map(one -> projection(one.getKey().split("\n"), one.getValue(), at))
                .toList();
    }

    private static Projection projection(String[] key, List<Projection.Point> points, Instant at) {
        List<Projection.Point> history = points.stream()
                .sorted(Comparator.comparing(Projection.Point::at)
                        .thenComparing(point -> point.month().amount()))
                .toList();
        Instant origin = history.getFirst().at();
        Trend trend = Trend.of(
                history.stream()
                        .mapToDouble(point -> months(origin, point.at()))
                        .toArray(),
                history.stream()
                        .mapToDouble(point -> point.month().amount().doubleValue())
                        .toArray());
        if (trend == null) {
            return new Projection(
                    key[0],
                    key[1],
                    history,
                    at,
                    null,
                    null,
                    BigDecimal.valueOf(CONFIDENCE),
                    FORMULA,
                    "A trend needs three runs at different times, " + key[0] + " has " + history.size() + ".");
        }
        Currency currency = Currency.getInstance(key[2]);
        double ahead = months(origin, at);
        MoneyRange slope = range(trend.slope(), trend.slopeMargin(CONFIDENCE), currency, false);
        MoneyRange expected = range(trend.at(ahead), trend.predictionMargin(ahead, CONFIDENCE), currency, true);
        return new Projection(
                key[0],
                key[1],
                history,
                at,
                slope,
                expected,
                BigDecimal.valueOf(CONFIDENCE),
                FORMULA,
                sentence(key, history, at, slope, expected));
    }

    private static String sentence(
            String[] key, List<Projection.Point> history, Instant at, MoneyRange slope, MoneyRange expected) {
        Duration seen =
                Duration.between(history.getFirst().at(), history.getLast().at());
        Duration ahead = Duration.between(history.getLast().at(), at);
        String far = ahead.compareTo(seen) > 0 ? " It looks further ahead than the history reaches back." : "";
        return "The bill of " + key[0] + " at " + key[1] + " changes by " + Sentences.range(slope)
                + " with every month; at " + at + " a month costs " + Sentences.range(expected) + " (95 %, from "
                + history.size() + " runs, whatever their input was)." + far;
    }

    private static double months(Instant origin, Instant at) {
        return Duration.between(origin, at).toSeconds() / MONTH_SECONDS;
    }

    private static MoneyRange range(double value, double margin, Currency currency, boolean atLeastZero) {
        double floor = atLeastZero ? 0 : Double.NEGATIVE_INFINITY;
        return MoneyRange.rounded(
                new Decimals(
                        BigDecimal.valueOf(Math.max(floor, value)),
                        BigDecimal.valueOf(Math.max(floor, value - margin)),
                        BigDecimal.valueOf(Math.max(floor, value + margin))),
                currency);
    }
}
