package io.phoenix.activity.cost;

import io.phoenix.domain.cost.CostEstimate;
import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.cost.MoneyRange.Decimals;
import io.phoenix.domain.cost.PricedRun;
import io.phoenix.domain.cost.Projection;
import io.phoenix.domain.shape.DurationText;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Projects the bill of every target at every vendor from the baselines that were measured there. */
public final class Projections {
    private static final double CONFIDENCE = 0.95;
    private static final int FEWEST_RUNS = 5;
    private static final Duration SHORTEST_HISTORY = Duration.ofDays(7);
    private static final double MONTH_SECONDS = Duration.ofHours(730).toSeconds();
    private static final String FORMULA =
            "least squares of the month's bill over time; slope +- t(n - 2) * s / sqrt(Sxx); bill +- t(n - 2) * s * sqrt(1 + 1 /"
                    + " n + (x - mean)^2 / Sxx), not below 0";

    private Projections() {}

    /**
     * By target, then by book.
     *
     * <p>A point is what a run's baseline cost a month. Errors are taken as independent and the trend as straight, which a few
     * runs cannot show to be wrong. There is none from fewer than five runs or from less than seven days, none further ahead of
     * the last run than the history reaches back, and none into the past. Runs that {@link Ledger#counts} leaves out are no
     * history.
     *
     * @param furthest the time to project to, when the history reaches back as far
     */
    public static List<Projection> of(List<PricedRun> runs, Instant now, Instant furthest) {
        Map<String, List<Projection.Point>> series = new TreeMap<>();
        for (PricedRun run :
                runs.stream().filter(run -> Ledger.counts(run.experiment())).toList()) {
            for (CostEstimate cost : run.costs()) {
                Instant measured = run.experiment().endedAt() == null
                        ? run.experiment().updatedAt()
                        : run.experiment().endedAt();
                series.computeIfAbsent(
                                run.experiment().spec().target() + "\n" + cost.book() + "\n"
                                        + cost.baseline().currency(),
                                key -> new ArrayList<>())
                        .add(new Projection.Point(measured, cost.baseline(), cost.priceVersion()));
            }
        }
        return series.entrySet().stream()
                .map(one -> projection(one.getKey().split("\n"), one.getValue(), now, furthest))
                .toList();
    }

    private static Projection projection(String[] key, List<Projection.Point> points, Instant now, Instant furthest) {
        List<Projection.Point> history = points.stream()
                .sorted(Comparator.comparing(Projection.Point::at)
                        .thenComparing(point -> point.month().amount()))
                .toList();
        Instant origin = history.getFirst().at();
        Instant at = horizon(history, furthest);
        String missing = missing(key[0], history, now, at);
        Trend trend = Trend.of(
                history.stream()
                        .mapToDouble(point -> months(origin, point.at()))
                        .toArray(),
                history.stream()
                        .mapToDouble(point -> point.month().amount().doubleValue())
                        .toArray());
        if (missing != null || trend == null) {
            return new Projection(
                    key[0],
                    key[1],
                    history,
                    at,
                    null,
                    null,
                    BigDecimal.valueOf(CONFIDENCE),
                    FORMULA,
                    missing == null ? "A trend needs runs at three different times." : missing);
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

    /** As far ahead of the last run as the history reaches back, in whole seconds. */
    private static Instant horizon(List<Projection.Point> history, Instant furthest) {
        Instant reached = history.getLast().at().plus(seen(history));
        return (reached.isBefore(furthest) ? reached : furthest).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Duration seen(List<Projection.Point> history) {
        return Duration.between(history.getFirst().at(), history.getLast().at());
    }

    private static @Nullable String missing(
            String target, List<Projection.Point> history, Instant now, Instant horizon) {
        Duration seen = seen(history);
        if (history.size() < FEWEST_RUNS || seen.compareTo(SHORTEST_HISTORY) < 0) {
            return "A trend needs at least " + FEWEST_RUNS + " runs over at least " + SHORTEST_HISTORY.toDays()
                    + " days, "
                    + target + " has " + history.size() + (history.size() == 1 ? " run" : " runs")
                    + (history.size() == 1 ? "" : " over " + days(seen)) + ".";
        }
        return horizon.isAfter(now)
                ? null
                : "The runs of " + target + " reach over " + days(seen)
                        + " and the last one is as long ago, which is too long to look ahead from it; run again.";
    }

    private static String days(Duration seen) {
        return seen.toDays() > 0
                ? seen.toDays() + (seen.toDays() == 1 ? " day" : " days")
                : DurationText.format(seen.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String sentence(
            String[] key, List<Projection.Point> history, Instant at, MoneyRange slope, MoneyRange expected) {
        return "The bill of " + key[0] + " at " + key[1] + " changes by " + Sentences.range(slope)
                + " with every month; at " + at + " a month costs " + Sentences.range(expected) + " (95 %, from "
                + history.size() + " runs, whatever their input was" + prices(history) + ").";
    }

    /** A new price moves a bill as well as a new volume does. */
    private static String prices(List<Projection.Point> history) {
        long versions =
                history.stream().map(Projection.Point::priceVersion).distinct().count();
        return versions == 1 ? "" : ", priced by " + versions + " versions of the price";
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
