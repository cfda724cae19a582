package io.phoenix.activity.analysis.resampling;

/** How a resample is put together from blocks. */
public enum Scheme {
    /** Politis and Romano 1994: geometric lengths, wrapping around; the resampled series is stationary. */
    STATIONARY {
        @Override
        void draw(Resample resample, int n, double length, SplitMix64 random) {
            double stay = length > 1 ? 1 - 1 / length : 0;
            resample.clear();
            for (int filled = 0; filled < n; ) {
                int left = n - filled;
                int size = length < LONG ? counted(stay, left, random) : inverted(stay, left, random);
                resample.add(random.below(n), size);
                filled += size;
            }
        }

        private static int counted(double stay, int most, SplitMix64 random) {
            int size = 1;
            while (size < most && random.unit() <= stay) {
                size++;
            }
            return size;
        }

        /** One logarithm instead of one number a step. */
        private static int inverted(double stay, int most, SplitMix64 random) {
            double steps = Math.floor(StrictMath.log(random.unit()) / StrictMath.log(stay));
            return (int) Math.min(most, 1 + steps);
        }
    },
    /** Kuensch 1989: overlapping blocks of one length, inside the series; the last one is cut to fit. */
    MOVING {
        @Override
        void draw(Resample resample, int n, double length, SplitMix64 random) {
            int size = (int) Math.max(1, Math.min(n, Math.rint(length)));
            resample.clear();
            for (int filled = 0; filled < n; filled += size) {
                resample.add(random.below(n - size + 1), Math.min(size, n - filled));
            }
        }
    };

    private static final double LONG = 24;

    abstract void draw(Resample resample, int n, double length, SplitMix64 random);
}
