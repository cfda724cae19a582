package io.phoenix.simulator.process;

/** Draws ranks 0 to n - 1 with probability proportional to 1 / (rank + 1)^s. Immutable. */
final class ZipfLaw {
    private final double[] cumulative;

    ZipfLaw(int ranks, double exponent) {
        cumulative = new double[ranks];
        double total = 0;
        for (int rank = 0; rank < ranks; rank++) {
            total += StrictMath.pow(rank + 1.0, -exponent);
            cumulative[rank] = total;
        }
    }

    int draw(RandomStream random) {
        double target = random.nextDouble() * cumulative[cumulative.length - 1];
        int rank = 0;
        while (cumulative[rank] <= target) {
            rank++;
        }
        return rank;
    }
}
