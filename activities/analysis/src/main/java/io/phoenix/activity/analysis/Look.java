package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.sequential.Futility;
import io.phoenix.activity.analysis.sequential.GroupSequential;
import io.phoenix.activity.analysis.statistics.Normal;
import java.util.Map;
import java.util.TreeMap;

/**
 * One of several looks at one kind of criterion.
 *
 * @param number from 1
 * @param of how many looks
 * @param bound now; its level is two-sided
 * @param end bound of the last look, if the ones between come when they are planned
 * @param leastChance below which the run is not worth going on; 0: it always is
 */
record Look(int number, int of, GroupSequential.Look bound, GroupSequential.Look end, double leastChance) {
    /** Below it the t distribution of some twenty blocks means nothing any more, so nothing is decided by an error bar. */
    private static final double SMALLEST_TAIL = 1e-10;

    private static final double USUAL_POWER = 0.80;

    boolean last() {
        return bound.information() >= 1;
    }

    /** Two-sided risk that this look may take; 0 when it may take none. */
    double level() {
        return bound.level() / 2 < SMALLEST_TAIL ? 0 : bound.level();
    }

    /** How many complete pairs the whole run has when it has so many by now. */
    int planned(int pairs) {
        double now = bound.information();
        return now > 0 ? (int) Math.min(Integer.MAX_VALUE, Math.round(pairs / now)) : pairs;
    }

    Map<String, Double> numbers() {
        Map<String, Double> numbers = new TreeMap<>();
        numbers.put("number", (double) number);
        numbers.put("of", (double) of);
        numbers.put("left", last() ? 0.0 : of - number);
        numbers.put("information", bound.information());
        numbers.put("spent", bound.spent());
        numbers.put("level", level());
        numbers.put("z", bound.z());
        return numbers;
    }

    /**
     * The chance to cross the last bound after all.
     *
     * @param tail one-sided p-value of the threshold
     */
    Chances chances(double tail) {
        Futility futility = new Futility(Normal.critical(tail), bound.information(), end.z());
        return new Chances(futility.underTrend(), futility.under(end.z() + Normal.critical(1 - USUAL_POWER)));
    }

    /**
     * Conditional powers.
     *
     * @param underTrend if the effect is the one seen
     * @param underPlan if it is one that the whole run would show with the usual power
     */
    record Chances(double underTrend, double underPlan) {
        double larger() {
            return Math.max(underTrend, underPlan);
        }

        Map<String, Double> numbers() {
            return Map.of("underTrend", underTrend, "underPlan", underPlan, "chance", larger());
        }
    }
}
