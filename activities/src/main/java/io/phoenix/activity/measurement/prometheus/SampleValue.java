package io.phoenix.activity.measurement.prometheus;

/** The value of a sample, which Prometheus writes as text because JSON has no infinity and no NaN. */
final class SampleValue {
    private SampleValue() {}

    /** @throws NumberFormatException for what is not a number */
    static double of(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
