package io.phoenix.domain.cost;

import static io.phoenix.domain.cost.Level.atLeastZero;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What can be billed of one variant, as levels that hold all month.
 *
 * @param hosts on which it was measured, or to which it was extrapolated; 0: unknown, so nothing that is included per host
 *     is included
 */
public record Volume(Series series, Samples samples, Collectors collectors, BigDecimal hosts) {

    /**
     * Time series that receive samples.
     *
     * @param live at one point in time
     * @param addedPerHour series that appear; as many disappear while the level holds
     */
    public record Series(Level live, Level addedPerHour) {
        public Series {
            Objects.requireNonNull(live, "live");
            Objects.requireNonNull(addedPerHour, "addedPerHour");
        }

        /** Series that appear evenly over the month. */
        public Series(Level live, BigDecimal addedPerHour) {
            atLeastZero(addedPerHour, "addedPerHour");
            this(live, Level.constant(addedPerHour));
        }
    }

    /**
     * Samples that are sent.
     *
     * @param perMinute over all series
     * @param weightedPerMinute the mean, each sample weighted by its size against the mean sample of the baseline
     * @param queriedPerMonth samples that queries read
     */
    public record Samples(Level perMinute, BigDecimal weightedPerMinute, BigDecimal queriedPerMonth) {
        public Samples {
            Objects.requireNonNull(perMinute, "perMinute");
            atLeastZero(weightedPerMinute, "weightedPerMinute");
            atLeastZero(queriedPerMonth, "queriedPerMonth");
        }
    }

    /** What the collectors themselves use, on average. */
    public record Collectors(BigDecimal cores, BigDecimal gibibytes) {
        public static final Collectors NONE = new Collectors(BigDecimal.ZERO, BigDecimal.ZERO);

        public Collectors {
            atLeastZero(cores, "cores");
            atLeastZero(gibibytes, "gibibytes");
        }
    }

    public Volume {
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(samples, "samples");
        Objects.requireNonNull(collectors, "collectors");
        atLeastZero(hosts, "hosts");
    }

    /** Constant levels of series that neither come nor go, without queries, collectors and hosts. */
    public static Volume of(double activeSeries, double samplesPerMinute) {
        return of(BigDecimal.valueOf(activeSeries), BigDecimal.valueOf(samplesPerMinute));
    }

    /** Constant levels of series that neither come nor go, without queries, collectors and hosts. */
    public static Volume of(BigDecimal activeSeries, BigDecimal samplesPerMinute) {
        return new Volume(
                new Series(Level.constant(activeSeries), BigDecimal.ZERO),
                new Samples(Level.constant(samplesPerMinute), samplesPerMinute, BigDecimal.ZERO),
                Collectors.NONE,
                BigDecimal.ZERO);
    }

    public Volume onHosts(BigDecimal count) {
        return new Volume(series, samples, collectors, count);
    }

    public Volume adding(BigDecimal seriesPerHour) {
        return new Volume(new Series(series.live(), seriesPerHour), samples, collectors, hosts);
    }

    public Volume queried(BigDecimal samplesPerMonth) {
        return new Volume(
                series,
                new Samples(samples.perMinute(), samples.weightedPerMinute(), samplesPerMonth),
                collectors,
                hosts);
    }

    /** Everything this many times over, as on so many times the hosts. */
    public Volume times(BigDecimal factor) {
        return map(factor::multiply);
    }

    /** A share of everything; exact where the quotient ends within 34 digits. */
    public Volume dividedBy(BigDecimal divisor) {
        return map(amount -> amount.divide(divisor, MathContext.DECIMAL128));
    }

    private Volume map(UnaryOperator<BigDecimal> rising) {
        return new Volume(
                new Series(series.live().map(rising), series.addedPerHour().map(rising)),
                new Samples(
                        samples.perMinute().map(rising),
                        rising.apply(samples.weightedPerMinute()),
                        rising.apply(samples.queriedPerMonth())),
                new Collectors(rising.apply(collectors.cores()), rising.apply(collectors.gibibytes())),
                rising.apply(hosts));
    }

    /** Both at once on the same hosts. */
    public Volume plus(Volume other) {
        return new Volume(
                new Series(
                        series.live().plus(other.series.live()),
                        series.addedPerHour().plus(other.series.addedPerHour())),
                new Samples(
                        samples.perMinute().plus(other.samples.perMinute()),
                        samples.weightedPerMinute().add(other.samples.weightedPerMinute()),
                        samples.queriedPerMonth().add(other.samples.queriedPerMonth())),
                new Collectors(
                        collectors.cores().add(other.collectors.cores()),
                        collectors.gibibytes().add(other.collectors.gibibytes())),
                hosts);
    }
}
