package io.phoenix.activity.cost;

import io.phoenix.domain.cost.PriceBookEntry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is priced beside the measured volumes.
 *
 * @param hosts on which the input was measured, at least 1
 * @param fleet hosts to extrapolate to, at least 1
 * @param tested how long the variants ran, warm-up included; zero: as long as they were measured
 * @param timeScale factor on the intervals at which the input was sent, in (0, 1]; 1 is real time
 * @param compute the price of the collectors' own CPU and memory; null: not counted
 */
public record PricingScope(
        int hosts,
        int fleet,
        Duration tested,
        double timeScale,
        @Nullable PriceBookEntry compute) {
    /** One host, as it was measured, without a price of CPU and memory. */
    public static final PricingScope ONE_HOST = measured(1);

    public PricingScope {
        if (hosts < 1 || fleet < 1) {
            throw new IllegalArgumentException("hosts is " + hosts + ", fleet is " + fleet + ", there is at least one");
        }
        if (tested.isNegative()) {
            throw new IllegalArgumentException("tested is " + tested + ", it is at least zero");
        }
        if (!(timeScale > 0 && timeScale <= 1)) {
            throw new IllegalArgumentException("timeScale is " + timeScale + ", allowed is (0, 1]");
        }
    }

    public static PricingScope measured(int hosts) {
        return new PricingScope(hosts, hosts, Duration.ZERO, 1, null);
    }

    public PricingScope extrapolatedTo(int count) {
        return new PricingScope(hosts, count, tested, timeScale, compute);
    }

    public PricingScope testedFor(Duration duration) {
        return new PricingScope(hosts, fleet, duration, timeScale, compute);
    }

    public PricingScope atTimeScale(double factor) {
        return new PricingScope(hosts, fleet, tested, factor, compute);
    }

    /** With the collectors' CPU and memory at this price; an entry without prices is none. */
    public PricingScope withCompute(@Nullable PriceBookEntry entry) {
        return new PricingScope(
                hosts, fleet, tested, timeScale, entry != null && entry.model().priced() ? entry : null);
    }
}
