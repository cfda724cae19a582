package io.phoenix.bench;

import io.phoenix.activity.analysis.statistics.LjungBox;
import io.phoenix.activity.analysis.statistics.Sample;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * How many digits of the certified numbers of one set come out: -log10 of the relative error, 15 at most. The decimals of a
 * set are no doubles, so exact arithmetic on those doubles has a limit too.
 */
record NistDigits(String set, Found phoenix, Found commonsMath, Found commonsStatistics, Found exact, double lag1) {
    private static final double MOST = 15;

    /** To a tenth of a digit. */
    record Found(double mean, double deviation) {
        boolean asGoodAs(Found peer) {
            return mean >= peer.mean && deviation >= peer.deviation;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f / %.1f", mean, deviation);
        }
    }

    static NistDigits of(NistSet set) {
        double[] values = set.values();
        Sample sample = Sample.of(values);
        return new NistDigits(
                set.name(),
                found(set, sample.mean(), Math.sqrt(sample.variance())),
                found(set, StatUtils.mean(values), Math.sqrt(StatUtils.variance(values))),
                found(
                        set,
                        Mean.of(values).getAsDouble(),
                        Math.sqrt(Variance.of(values).getAsDouble())),
                exact(set),
                digits(set.lag1(), LjungBox.of(values, 1).lag1()));
    }

    boolean asGoodAsEveryPeer() {
        return phoenix.asGoodAs(commonsMath) && phoenix.asGoodAs(commonsStatistics);
    }

    private static Found exact(NistSet set) {
        MathContext precise = new MathContext(60);
        BigDecimal n = BigDecimal.valueOf(set.values().length);
        BigDecimal mean = Arrays.stream(set.values())
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(n, precise);
        BigDecimal squares = Arrays.stream(set.values())
                .mapToObj(value -> new BigDecimal(value).subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal variance = squares.divide(n.subtract(BigDecimal.ONE), precise);
        return found(set, mean.doubleValue(), variance.sqrt(precise).doubleValue());
    }

    private static Found found(NistSet set, double mean, double deviation) {
        return new Found(digits(set.mean(), mean), digits(set.deviation(), deviation));
    }

    private static double digits(double certified, double found) {
        double error = Math.abs(found - certified) / Math.abs(certified);
        return Math.rint(10 * Math.clamp(-Math.log10(error), 0, MOST)) / 10;
    }
}
