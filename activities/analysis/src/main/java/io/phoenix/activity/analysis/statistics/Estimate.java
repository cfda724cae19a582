package io.phoenix.activity.analysis.statistics;

/** A ratio or a difference with its error bar. */
public sealed interface Estimate {
    /** The point estimate. */
    double value();

    /** Bounds that leave {@code tail} on each side: (1 - confidence) / 2 for a two-sided interval. */
    Interval bounds(double tail);

    /** Two-sided, of the hypothesis that the true value is {@code hypothesis}. */
    double pValue(double hypothesis);

    /** One-sided, of the hypothesis that the true value is {@code hypothesis} or more: small when it is below. */
    double pBelow(double hypothesis);

    /** One-sided, of the hypothesis that the true value is {@code hypothesis} or less: small when it is above. */
    double pAbove(double hypothesis);

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
            return new StudentT(degreesOfFreedom).twoSided(t(hypothesis));
        }

        @Override
        public double pBelow(double hypothesis) {
            return new StudentT(degreesOfFreedom).lower(t(hypothesis));
        }

        @Override
        public double pAbove(double hypothesis) {
            return new StudentT(degreesOfFreedom).lower(-t(hypothesis));
        }

        private double t(double hypothesis) {
            return StrictMath.log(value / hypothesis) / (standardError / value);
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

        @Override
        public double pBelow(double hypothesis) {
            return new StudentT(degreesOfFreedom).lower((value - hypothesis) / standardError);
        }

        @Override
        public double pAbove(double hypothesis) {
            return new StudentT(degreesOfFreedom).lower((hypothesis - value) / standardError);
        }
    }

    /** Known without a sampling error, at any confidence: exactly, or to the rounding of integers. */
    record Known(double value, Interval range) implements Estimate {
        public static Known exactly(double value) {
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

        @Override
        public double pBelow(double hypothesis) {
            return range.upper() < hypothesis ? 0 : 1;
        }

        @Override
        public double pAbove(double hypothesis) {
            return range.lower() > hypothesis ? 0 : 1;
        }
    }
}
