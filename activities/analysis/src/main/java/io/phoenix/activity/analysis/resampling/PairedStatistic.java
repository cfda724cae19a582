package io.phoenix.activity.analysis.resampling;

/** A statistic of time-aligned pairs that can be computed on resampled stretches of time. Not thread-safe. */
public sealed interface PairedStatistic permits RatioOfMeans, RatioOfQuantiles {
    /** How many pairs there are. */
    int size();

    /** On the data themselves. */
    double estimate();

    /** On a resample of as many pairs. */
    double of(Resample resample);
}
