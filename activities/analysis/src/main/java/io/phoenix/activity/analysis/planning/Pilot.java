package io.phoenix.activity.analysis.planning;

/**
 * What a run so far says of the error bar.
 *
 * @param pairs complete ones
 * @param error standard error of the logarithm of a ratio, SE / r, or of a difference
 */
public record Pilot(int pairs, double error, double degreesOfFreedom) {
    /** The error after as many pairs; it falls with the square root. */
    double errorAt(double otherPairs) {
        return error * Math.sqrt(pairs / otherPairs);
    }
}
