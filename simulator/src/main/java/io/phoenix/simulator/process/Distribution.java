package io.phoenix.simulator.process;

/** A one-dimensional distribution of non-negative values. */
public sealed interface Distribution {

    double sample(RandomStream random);

    /** Uniform over [minimum, maximum). */
    record Uniform(double minimum, double maximum) implements Distribution {
        public Uniform {
            requireRange(minimum, maximum);
        }

        @Override
        public double sample(RandomStream random) {
            return minimum + (maximum - minimum) * random.nextDouble();
        }
    }

    /** Log-normal with the given median and log standard deviation; values outside the range are moved to its border. */
    record LogNormal(double median, double sigma, double minimum, double maximum) implements Distribution {
        public LogNormal {
            requireRange(minimum, maximum);
            if (!(median > 0) || !(sigma >= 0)) {
                throw new IllegalArgumentException(
                        "median must be positive and sigma not negative: " + median + ", " + sigma);
            }
        }

        @Override
        public double sample(RandomStream random) {
            double value = median * StrictMath.exp(sigma * random.nextGaussian());
            return Math.clamp(value, minimum, maximum);
        }
    }

    private static void requireRange(double minimum, double maximum) {
        if (!(minimum >= 0) || !(maximum >= minimum)) {
            throw new IllegalArgumentException("not a range of non-negative values: " + minimum + " to " + maximum);
        }
    }
}
