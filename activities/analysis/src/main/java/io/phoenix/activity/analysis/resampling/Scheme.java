package io.phoenix.activity.analysis.resampling;

/** How a resample is put together from blocks. */
public enum Scheme {
    /** Politis and Romano 1994: geometric lengths, wrapping around; the resampled series is stationary. */
    STATIONARY {
        @Override
        void draw(Resample resample, int n, double length, SplitMix64 random) {
            double logStay = length > 1 ? StrictMath.log1p(-1 / length) : Double.NEGATIVE_INFINITY;
            resample.blocks = 0;
            for (int filled = 0; filled < n; ) {
                double steps = Math.floor(StrictMath.log(random.unit()) / logStay);
                int size = (int) Math.min(n - filled, 1 + steps);
                resample.add(random.below(n), size);
                filled += size;
            }
        }
    },
    /** Kuensch 1989: overlapping blocks of one length, inside the series; the last one is cut to fit. */
    MOVING {
        @Override
        void draw(Resample resample, int n, double length, SplitMix64 random) {
            int size = (int) Math.max(1, Math.min(n, Math.rint(length)));
            resample.blocks = 0;
            for (int filled = 0; filled < n; filled += size) {
                resample.add(random.below(n - size + 1), Math.min(size, n - filled));
            }
        }
    };

    abstract void draw(Resample resample, int n, double length, SplitMix64 random);
}
