package io.phoenix.activity.analysis.sequential;

import io.phoenix.activity.analysis.statistics.Normal;
import java.util.ArrayList;
import java.util.List;

/**
 * Two-sided bounds of planned looks, symmetric about 0: the recursive integration of Armitage, McPherson and Rowe (1969)
 * over the score of a Brownian motion that has crossed no bound yet. Agrees with R's {@code gsDesign} and {@code ldbounds}
 * to 1e-5.
 *
 * <p>The information fraction is the share of the planned complete pairs; taking effective samples as time would raise the
 * rate of false findings to 12 %.
 */
public final class GroupSequential {
    private static final double FARTHEST = 9;
    private static final int FEWEST_NODES = 400;
    private static final int MOST_NODES = 4000;
    private static final int BISECTIONS = 80;

    private final List<Look> looks = new ArrayList<>();
    private double[] score = {0};
    private double[] mass = {1};
    private double time;
    private double spent;

    private GroupSequential() {}

    /**
     * One look.
     *
     * @param spent of alpha so far
     * @param z the bound; infinite when nothing may be spent
     * @param level 2 (1 - Phi(z)), with which the look's two-sided p-value is compared
     */
    public record Look(double information, double spent, double z, double level) {}

    /**
     * The bounds of looks at these information fractions, each from above the one before up to 1. A fraction that does not
     * rise has an infinite bound: a second look at the same data is none.
     */
    public static List<Look> looks(Spending spending, double alpha, double... information) {
        GroupSequential sequence = new GroupSequential();
        for (double fraction : information) {
            sequence.look(fraction, spending.spent(alpha, fraction));
        }
        return List.copyOf(sequence.looks);
    }

    private void look(double fraction, double total) {
        double step = fraction - time;
        double share = total - spent;
        if (!(step > 0) || !(share > 0)) {
            looks.add(new Look(fraction, spent, Double.POSITIVE_INFINITY, 0));
            return;
        }
        double bound = bound(share, Math.sqrt(step), fraction);
        double z = bound / Math.sqrt(fraction);
        looks.add(new Look(fraction, total, z, Normal.twoSided(z)));
        moveOn(Math.min(bound, FARTHEST * Math.sqrt(fraction)), Math.sqrt(step));
        time = fraction;
        spent = total;
    }

    /** The score beyond which just {@code share} of what is left lies. */
    private double bound(double share, double deviation, double fraction) {
        double low = 0;
        double high = 40 * Math.sqrt(fraction);
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (beyond(middle, deviation) > share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double beyond(double bound, double deviation) {
        double sum = 0;
        for (int i = 0; i < score.length; i++) {
            sum += mass[i] * Normal.lower((-bound - score[i]) / deviation);
        }
        return 2 * sum;
    }

    /** The density inside of the bound, as masses at the nodes of Simpson's rule. */
    private void moveOn(double bound, double deviation) {
        int wanted = (int) Math.min(MOST_NODES, Math.ceil(16 * bound / deviation));
        int intervals = Math.max(FEWEST_NODES, wanted + wanted % 2);
        double width = 2 * bound / intervals;
        double[] nextScore = new double[intervals + 1];
        double[] nextMass = new double[intervals + 1];
        for (int j = 0; j <= intervals; j++) {
            nextScore[j] = -bound + j * width;
            double weight = j == 0 || j == intervals ? 1 : j % 2 == 1 ? 4 : 2;
            nextMass[j] = weight * width / 3 * density(nextScore[j], deviation);
        }
        score = nextScore;
        mass = nextMass;
    }

    private double density(double x, double deviation) {
        double sum = 0;
        for (int i = 0; i < score.length; i++) {
            double z = (x - score[i]) / deviation;
            if (Math.abs(z) < FARTHEST) {
                sum += mass[i] * Normal.density(z);
            }
        }
        return sum / deviation;
    }
}
