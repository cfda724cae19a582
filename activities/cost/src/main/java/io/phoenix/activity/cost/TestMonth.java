package io.phoenix.activity.cost;

import io.phoenix.domain.cost.Level;
import io.phoenix.domain.cost.Quantity;
import io.phoenix.domain.cost.Volume;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/**
 * The month in which the experiment ran: beside what ran already, both variants were collected for a while. Means rise by the
 * share of the month that it took; a 95th percentile does not see what takes less than 5 % of the month.
 *
 * <p>Every series of both variants appears once. A window that counts distinct series counts it from its first sample on, so
 * that a test of two minutes is billed for its hour where hours are billed. On average over when it starts, a test touches one
 * window more than fits into it.
 */
final class TestMonth {
    private static final BigDecimal SEEN_BY_PERCENTILE_95 = new BigDecimal("0.05");

    private final Duration tested;

    TestMonth(Duration tested) {
        this.tested = tested;
    }

    Duration tested() {
        return tested;
    }

    /** The share of the month that the experiment took, at most 1. */
    BigDecimal share() {
        return BigDecimal.valueOf(tested.toMillis())
                .divide(Quantity.HOURS_PER_MONTH.multiply(BigDecimal.valueOf(3_600_000)), MathContext.DECIMAL128)
                .min(BigDecimal.ONE);
    }

    /** What the experiment added to the month. */
    Volume added(Volume baseline, Volume candidate) {
        Volume both = baseline.plus(candidate);
        BigDecimal share = share();
        return new Volume(
                series(both.series(), share),
                new Volume.Samples(
                        level(both.samples().perMinute(), share),
                        both.samples().weightedPerMinute().multiply(share),
                        BigDecimal.ZERO),
                new Volume.Collectors(
                        both.collectors().cores().multiply(share),
                        both.collectors().gibibytes().multiply(share)),
                baseline.hosts());
    }

    private static Volume.Series series(Volume.Series both, BigDecimal share) {
        Level churn = level(both.addedPerHour(), share);
        BigDecimal appearing = both.live().mean().divide(Quantity.HOURS_PER_MONTH, MathContext.DECIMAL128);
        return new Volume.Series(
                level(both.live(), share), new Level(churn.mean().add(appearing), churn.percentile95()));
    }

    private static Level level(Level both, BigDecimal share) {
        boolean seen = share.compareTo(SEEN_BY_PERCENTILE_95) > 0;
        return new Level(both.mean().multiply(share), seen ? both.percentile95() : BigDecimal.ZERO);
    }
}
