package io.phoenix.activity.analysis.resampling;

/**
 * Statistics of time-aligned pairs that can be computed on resampled stretches of time, several in one pass. Not
 * thread-safe.
 */
public sealed interface PairedStatistic permits RatioOfMeans, RatioOfQuantiles {
    /** How many pairs there are. */
    int size();

    /** On the data themselves. */
    double[] estimates();

    /** On a resample, in the same order. */
    double[] of(Resample resample);
}
