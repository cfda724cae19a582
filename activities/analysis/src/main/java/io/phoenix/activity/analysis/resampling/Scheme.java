package io.phoenix.activity.analysis.resampling;

/** How a resample is put together from blocks. */
public enum Scheme {
    /** Politis and Romano 1994: geometric lengths, wrapping around; the resampled series is stationary. */
    STATIONARY {
        @Override
        Drawing of(int n, double length) {
            GeometricLengths lengths = new GeometricLengths(length);
            return (resample, random) -> {
                resample.clear();
                for (int left = n; left > 0; left = n - resample.points) {
                    long bits = random.next();
                    resample.add(SplitMix64.below(n, bits), Math.min(left, lengths.at(bits)));
                }
            };
        }
    },
    /** Kuensch 1989: overlapping blocks of one length, inside the series; the last one is cut to fit. */
    MOVING {
        @Override
        Drawing of(int n, double length) {
            int size = (int) Math.max(1, Math.min(n, Math.rint(length)));
            return (resample, random) -> {
                resample.clear();
                for (int left = n; left > 0; left = n - resample.points) {
                    resample.add(SplitMix64.below(n - size + 1, random.next()), Math.min(left, size));
                }
            };
        }
    };

    /** Writes one resample after the other. */
    interface Drawing {
        void next(Resample resample, SplitMix64 random);
    }

    /** Resamples of {@code n} points in blocks of (mean) length {@code length}. */
    abstract Drawing of(int n, double length);
}
