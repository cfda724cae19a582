package io.phoenix.activity.analysis;

import io.phoenix.domain.analysis.ReasonCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether enough of both series is there to be trusted.
 *
 * @param share of the grid points with a complete pair
 * @param infinite how many infinite samples were dropped, of the series that has more of them
 * @param faults what breaks the rules, in the order of the rules; empty when nothing does
 */
record Coverage(double share, int infinite, List<ReasonCode> faults) {
    static final double FEWEST = 0.90;
    static final int LONGEST_GAP = 5;

    private static final double MOST_INFINITE = 0.01;
    private static final double MOST_DIFFERENT = 0.05;

    Coverage {
        faults = List.copyOf(faults);
    }

    /** Of the raw series; {@code usable} says which steps may count at all. */
    static Coverage of(SeriesTable table, SeriesTable.Series baseline, SeriesTable.Series candidate, boolean[] usable) {
        int points = usable.length;
        int pairs = 0;
        int gap = 0;
        int longestGap = 0;
        for (int t = 0; t < points; t++) {
            boolean pair = usable[t] && Double.isFinite(baseline.at(t)) && Double.isFinite(candidate.at(t));
            gap = pair || !table.follows(t) ? 0 : gap;
            gap += pair ? 0 : 1;
            longestGap = Math.max(longestGap, gap);
            pairs += pair ? 1 : 0;
        }
        double share = points == 0 ? 0 : (double) pairs / points;
        int infinite = Math.max(baseline.infinite(), candidate.infinite());
        return new Coverage(share, infinite, faults(baseline, candidate, points, pairs, longestGap));
    }

    private static List<ReasonCode> faults(
            SeriesTable.Series baseline, SeriesTable.Series candidate, int points, int pairs, int longestGap) {
        if (baseline.present() == 0 || candidate.present() == 0) {
            return List.of(ReasonCode.NO_DATA);
        }
        List<ReasonCode> faults = new ArrayList<>();
        if (pairs < FEWEST * points) {
            faults.add(ReasonCode.LOW_COVERAGE);
        }
        if (longestGap > LONGEST_GAP) {
            faults.add(ReasonCode.GAP);
        }
        if (Math.abs(baseline.present() - candidate.present()) > MOST_DIFFERENT * points) {
            faults.add(ReasonCode.DIFFERENTIAL_MISSING);
        }
        if (Math.max(baseline.infinite(), candidate.infinite()) > MOST_INFINITE * points) {
            faults.add(ReasonCode.INFINITE_VALUES);
        }
        if (pairs < 2) {
            faults.add(ReasonCode.TOO_FEW);
        }
        return faults;
    }
}
