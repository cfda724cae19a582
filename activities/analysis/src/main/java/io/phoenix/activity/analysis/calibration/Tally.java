package io.phoenix.activity.analysis.calibration;

import io.phoenix.activity.analysis.RatioTests;
import io.phoenix.activity.analysis.calibration.CellResult.Rates;
import java.util.EnumMap;
import java.util.Map;

/** Counts over runs; sums of whole numbers, so their order does not matter. */
final class Tally {
    private static final Estimator[] ESTIMATORS = Estimator.values();

    private final int[] falsePositives = new int[ESTIMATORS.length];
    private final int[] shown = new int[ESTIMATORS.length];
    private int heldBack;
    private int runs;

    /** One run without and with a true saving. */
    void add(RatioTests same, RatioTests saving, double alpha) {
        runs++;
        heldBack += same.standing() == RatioTests.Standing.HELD_BACK ? 1 : 0;
        for (int i = 0; i < ESTIMATORS.length; i++) {
            falsePositives[i] += ESTIMATORS[i].denies(same, alpha) ? 1 : 0;
            shown[i] += ESTIMATORS[i].shows(saving, alpha) ? 1 : 0;
        }
    }

    void add(Tally other) {
        runs += other.runs;
        heldBack += other.heldBack;
        for (int i = 0; i < ESTIMATORS.length; i++) {
            falsePositives[i] += other.falsePositives[i];
            shown[i] += other.shown[i];
        }
    }

    Rate heldBack() {
        return new Rate(heldBack, runs);
    }

    Map<Estimator, Rates> rates() {
        Map<Estimator, Rates> rates = new EnumMap<>(Estimator.class);
        for (int i = 0; i < ESTIMATORS.length; i++) {
            rates.put(ESTIMATORS[i], new Rates(new Rate(falsePositives[i], runs), new Rate(shown[i], runs)));
        }
        return rates;
    }
}
