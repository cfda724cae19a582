package io.phoenix.activity.analysis.statistics;

import java.util.Arrays;

/**
 * Counts the differences x - y of two sorted samples up to a bound, in one merge. Each step of a merge waits for the one
 * before, so the path is cut into four stretches of equal length (Green, Odeh and Birk 2014) that are walked side by side,
 * without a branch that nobody could foresee. Thread-safe.
 */
final class MergePath {
    private static final int STRETCHES = 4;

    private final int rows;
    private final int columns;
    /** With infinity after the last, so that a walk that has come to one edge follows it. */
    private final double[] x;

    private final double[] y;

    /** Both ascending and finite. */
    MergePath(double[] x, double[] y) {
        this.rows = x.length;
        this.columns = y.length;
        this.x = Arrays.copyOf(x, rows + 1);
        this.y = Arrays.copyOf(y, columns + 1);
        this.x[rows] = Double.POSITIVE_INFINITY;
        this.y[columns] = Double.POSITIVE_INFINITY;
    }

    /** @param bound less than infinity */
    long atMost(double bound) {
        int length = (rows + columns) / STRETCHES;
        int row0 = 0;
        int column0 = 0;
        int row1 = row(length, bound);
        int column1 = length - row1;
        int row2 = row(2 * length, bound);
        int column2 = 2 * length - row2;
        int row3 = row(3 * length, bound);
        int column3 = 3 * length - row3;
        long count = 0;
        for (int step = 0; step < length; step++) {
            int above0 = x[row0] - y[column0] > bound ? 1 : 0;
            int above1 = x[row1] - y[column1] > bound ? 1 : 0;
            int above2 = x[row2] - y[column2] > bound ? 1 : 0;
            int above3 = x[row3] - y[column3] > bound ? 1 : 0;
            count += (columns - column0 & above0 - 1)
                    + (long) (columns - column1 & above1 - 1)
                    + (columns - column2 & above2 - 1)
                    + (columns - column3 & above3 - 1);
            column0 += above0;
            column1 += above1;
            column2 += above2;
            column3 += above3;
            row0 += 1 - above0;
            row1 += 1 - above1;
            row2 += 1 - above2;
            row3 += 1 - above3;
        }
        for (; row3 < rows; row3++) {
            while (x[row3] - y[column3] > bound) {
                column3++;
            }
            count += columns - column3;
        }
        return count;
    }

    /** In which row the path is after so many steps. */
    private int row(int steps, double bound) {
        int low = Math.max(0, steps - columns);
        int high = Math.min(steps, rows);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x[middle] - y[steps - 1 - middle] > bound) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
