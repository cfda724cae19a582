package io.phoenix.domain.cost;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How high something stands over a month: vendors bill its mean or its 95th percentile.
 *
 * @param mean at least 0
 * @param percentile95 at least 0; may lie below the mean of a level with rare, high peaks
 */
public record Level(BigDecimal mean, BigDecimal percentile95) {
    public static final Level NONE = constant(BigDecimal.ZERO);

    public Level {
        atLeastZero(mean, "mean");
        atLeastZero(percentile95, "percentile95");
    }

    public static Level constant(BigDecimal value) {
        return new Level(value, value);
    }

    public Level times(BigDecimal factor) {
        return map(factor::multiply);
    }

    /** By a function that never falls. */
    public Level map(UnaryOperator<BigDecimal> rising) {
        return new Level(rising.apply(mean), rising.apply(percentile95));
    }

    /** Both levels at once, as if their peaks met. */
    public Level plus(Level other) {
        return new Level(mean.add(other.mean), percentile95.add(other.percentile95));
    }

    public BigDecimal of(Statistic statistic) {
        return switch (statistic) {
            case MEAN -> mean;
            case PERCENTILE_95 -> percentile95;
        };
    }

    static void atLeastZero(BigDecimal value, String name) {
        Objects.requireNonNull(value, name);
        if (value.signum() < 0) {
            throw new IllegalArgumentException(name + " is " + value.toPlainString() + ", it is at least 0");
        }
    }
}
