package io.phoenix.activity.analysis.resampling;

/** How a resample is put together from blocks. */
public enum Scheme {
    /** Politis and Romano 1994: geometric lengths, wrapping around; the resampled series is stationary. */
    STATIONARY {
        @Override
        void draw(Resample resample, int n, double length, SplitMix64 random) {
            double stay = length > 1 ? 1 - 1 / length : 0;
            if (length < LONG) {
                counted(resample, n, stay, random);
            } else {
                inverted(resample, n, stay, random);
            }
        }

        /** As if {@code random} were asked each time; in a local variable its state takes a fourth less time. */
        private static void counted(Resample resample, int n, double stay, SplitMix64 random) {
            long most = (long) (stay * 0x1p53);
            long state = random.state();
            int blocks = 0;
            for (int filled = 0; filled < n; filled += resample.lengths[blocks++]) {
                int left = n - filled;
                int size = 1;
                while (size < left) {
                    state = SplitMix64.after(state);
                    if (SplitMix64.units(state) > most) {
                        break;
                    }
                    size++;
                }
                state = SplitMix64.after(state);
                resample.starts[blocks] = SplitMix64.below(n, state);
                resample.lengths[blocks] = size;
            }
            random.goOn(state);
            resample.filled(blocks, n);
        }

        /** One logarithm instead of one number a step. */
        private static void inverted(Resample resample, int n, double stay, SplitMix64 random) {
            resample.clear();
            double perStep = StrictMath.log(stay);
            for (int filled = 0; filled < n; filled = resample.points) {
                double steps = Math.floor(StrictMath.log(random.unit()) / perStep);
                resample.add(random.below(n), (int) Math.min(n - filled, 1 + steps));
            }
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
