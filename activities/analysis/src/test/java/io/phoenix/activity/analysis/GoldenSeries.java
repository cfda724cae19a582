package io.phoenix.activity.analysis;

/** The generator of the golden sets: a linear congruence, sums of twelve, first-order autoregression. */
public final class GoldenSeries {
    private GoldenSeries() {}

    public static double[] noise(long seed, int n) {
        long x = seed;
        double[] z = new double[n];
        for (int t = 0; t < n; t++) {
            double sum = 0;
            for (int i = 0; i < 12; i++) {
                x = (1103515245L * x + 12345L) % (1L << 31);
                sum += x / (double) (1L << 31);
            }
            z[t] = sum - 6;
        }
        return z;
    }

    public static double[] autoregressive(double phi, double[] innovations) {
        double[] a = new double[innovations.length];
        double before = 0;
        for (int t = 0; t < a.length; t++) {
            before = phi * before + innovations[t];
            a[t] = before;
        }
        return a;
    }

    public static double[] line(double constant, double slope, double[] x) {
        double[] y = new double[x.length];
        for (int t = 0; t < y.length; t++) {
            y[t] = constant + slope * x[t];
        }
        return y;
    }

    public static double[] plus(double[] a, double factor, double[] b) {
        double[] sum = new double[a.length];
        for (int t = 0; t < sum.length; t++) {
            sum[t] = a[t] + factor * b[t];
        }
        return sum;
    }

    static double[] base() {
        return line(10000, 200, autoregressive(0.97, noise(1, 240)));
    }

    static PairedSeries g1() {
        return PairedSeries.of(plus(base(), 20, noise(2, 240)), plus(line(0, 0.6, base()), 20, noise(3, 240)));
    }

    static PairedSeries g2() {
        return PairedSeries.of(plus(base(), 20, noise(2, 240)), plus(base(), 20, noise(3, 240)));
    }

    static PairedSeries g6() {
        return PairedSeries.of(
                line(100, 5, autoregressive(0.9, noise(21, 480))), line(95, 5, autoregressive(0.9, noise(22, 480))));
    }
}
