package io.phoenix.activity.analysis.sequential;

import io.phoenix.activity.analysis.statistics.Normal;

/** How much of a two-sided alpha may be spent by an information fraction (Lan and DeMets 1983). */
public enum Spending {
    /** 4 (1 - Phi(z(alpha / 4) / sqrt t)): next to nothing early, nearly all at the end. */
    OBRIEN_FLEMING {
        @Override
        double inside(double alpha, double t) {
            return 4 * Normal.lower(-Normal.critical(alpha / 4) / Math.sqrt(t));
        }
    },
    /** alpha ln(1 + (e - 1) t): about the same at every look. */
    POCOCK {
        @Override
        double inside(double alpha, double t) {
            return alpha * StrictMath.log1p((Math.E - 1) * t);
        }
    };

    /** Of {@code alpha}, by the fraction {@code t}: 0 at 0, all of it from 1 on. */
    public double spent(double alpha, double t) {
        return t >= 1 ? alpha : t > 0 ? Math.min(alpha, inside(alpha, t)) : 0;
    }

    abstract double inside(double alpha, double t);
}
