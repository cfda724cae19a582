package io.phoenix.activity.analysis.multiplicity;

import java.util.Arrays;

/** Adjusted p-values, in the order of the questions; agrees with R's {@code p.adjust}. NaN stays NaN and is not counted. */
public enum Adjustment {
    /** Holm 1979: no false finding at all, under any dependence. */
    HOLM {
        @Override
        double[] ofAscending(double[] p) {
            double largest = 0;
            for (int i = 0; i < p.length; i++) {
                largest = Math.max(largest, Math.min(1, (p.length - i) * p[i]));
                p[i] = largest;
            }
            return p;
        }
    },
    /** Benjamini and Hochberg 1995: the share of false findings, under independence. */
    BENJAMINI_HOCHBERG {
        @Override
        double[] ofAscending(double[] p) {
            return stepUp(p, 1);
        }
    },
    /** Benjamini and Yekutieli 2001: the share of false findings, under any dependence. */
    BENJAMINI_YEKUTIELI {
        @Override
        double[] ofAscending(double[] p) {
            double harmonic = 0;
            for (int i = 1; i <= p.length; i++) {
                harmonic += 1.0 / i;
            }
            return stepUp(p, harmonic);
        }
    };

    public double[] of(double... pValues) {
        int[] order = java.util.stream.IntStream.range(0, pValues.length)
                .filter(i -> !Double.isNaN(pValues[i]))
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted =
                ofAscending(Arrays.stream(order).mapToDouble(i -> pValues[i]).toArray());
        double[] inOrder = new double[pValues.length];
        Arrays.fill(inOrder, Double.NaN);
        for (int i = 0; i < order.length; i++) {
            inOrder[order[i]] = adjusted[i];
        }
        return inOrder;
    }

    abstract double[] ofAscending(double[] p);

    private static double[] stepUp(double[] p, double factor) {
        double smallest = 1;
        for (int i = p.length - 1; i >= 0; i--) {
            smallest = Math.min(smallest, factor * p.length / (i + 1) * p[i]);
            p[i] = smallest;
        }
        return p;
    }
}
