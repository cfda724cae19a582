package io.phoenix.activity.analysis.calibration;

import java.util.List;
import java.util.Map;

/**
 * What came out of the runs of one cell.
 *
 * @param saving the true saving whose detection is the power, as a share
 * @param heldBack runs without a true saving in which the primary estimate must not decide
 */
public record CellResult(Cell cell, double saving, Map<Estimator, Rates> rates, Rate heldBack) {
    public CellResult {
        rates = Map.copyOf(rates);
    }

    /**
     * @param falsePositives where the true ratio is 1 and is denied to be
     * @param power where there is a true saving and it is shown
     */
    public record Rates(Rate falsePositives, Rate power) {}

    /** Whether the primary estimator keeps its promise. */
    public enum Assessment {
        OK,
        /** More false positives than are promised, beyond two Monte-Carlo errors. */
        OVER,
        /** Two Monte-Carlo errors are larger than the promise, so that a rate far above it would not show. */
        TOO_FEW_RUNS,
        /** Shorter than 24 memories: nothing is promised, and the gate holds such runs back. */
        SHORT
    }

    public Rates of(Estimator estimator) {
        return java.util.Objects.requireNonNull(rates.get(estimator), estimator::key);
    }

    public Assessment assessment(Settings settings) {
        if (cell.durationPerMemory() < Settings.MEMORIES - Settings.ROUNDING) {
            return Assessment.SHORT;
        }
        Rate found = of(Estimator.PRIMARY).falsePositives();
        double promised = settings.promised();
        // That of the rate which was found is 0 where no run errs, or each.
        double error = Math.max(found.error(), Math.sqrt(promised * (1 - promised) / found.runs()));
        if (found.share() - 2 * error > promised) {
            return Assessment.OVER;
        }
        return 2 * error > promised ? Assessment.TOO_FEW_RUNS : Assessment.OK;
    }

    /** The one in which the primary estimator errs most often; the first of several. */
    public static CellResult worst(List<CellResult> results) {
        CellResult worst = results.getFirst();
        for (CellResult result : results) {
            int hits = result.of(Estimator.PRIMARY).falsePositives().hits();
            worst = hits > worst.of(Estimator.PRIMARY).falsePositives().hits() ? result : worst;
        }
        return worst;
    }
}
