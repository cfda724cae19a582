package io.phoenix.activity.analysis;

/** A ratio or a difference with its error bar. */
sealed interface Estimate {
    /** The point estimate. */
    double value();

    /** Bounds that leave {@code tail} on each side: (1 - confidence) / 2 for a two-sided interval. */
    Interval bounds(double tail);

    /** Two-sided, of the hypothesis that the true value is {@code hypothesis}. */
    double pValue(double hypothesis);

    /** The interval of two-sided {@code confidence}. */
    default Interval interval(double confidence) {
        return bounds((1 - confidence) / 2);
    }

    /**
     * A ratio with an interval on the log scale: the plain interval of skewed metrics errs on the side of false savings.
     */
    record LogScale(double value, double standardError, double degreesOfFreedom) implements Estimate {
        @Override
        public Interval bounds(double tail) {
            double half = new StudentT(degreesOfFreedom).critical(tail) * standardError / value;
            return new Interval(value * StrictMath.exp(-half), value * StrictMath.exp(half));
        }

        @Override
        public double pValue(double hypothesis) {
            double t = StrictMath.log(value / hypothesis) / (standardError / value);
            return new StudentT(degreesOfFreedom).twoSided(t);
        }
    }

    /** A difference with an interval linear in it. */
    record Linear(double value, double standardError, double degreesOfFreedom) implements Estimate {
        @Override
        public Interval bounds(double tail) {
            double half = new StudentT(degreesOfFreedom).critical(tail) * standardError;
            return new Interval(value - half, value + half);
        }

        @Override
        public double pValue(double hypothesis) {
            return new StudentT(degreesOfFreedom).twoSided((value - hypothesis) / standardError);
        }
    }

    /** Known without a sampling error, at any confidence: exactly, or to the rounding of integers. */
    record Known(double value, Interval range) implements Estimate {
        static Known exactly(double value) {
            return new Known(value, new Interval(value, value));
        }

        @Override
        public Interval bounds(double tail) {
            return range;
        }

        @Override
        public double pValue(double hypothesis) {
            return range.contains(hypothesis) ? 1 : 0;
        }
    }
}
