package io.phoenix.activity.analysis;

import io.phoenix.domain.measurement.Window;
import org.jspecify.annotations.Nullable;

/**
 * Whether two places of one stream saw the same points. Points in flight arrive, lost points stay lost: at some step of
 * every window the two counts must agree to one collection interval of points, which is what may be in flight when two
 * collectors are scraped at two instants.
 */
final class Conservation {
    /** Input that grows a little while it is in flight. */
    private static final double SLACK = 1.05;

    private Conservation() {}

    /** @param share collection interval as a share of the step */
    static boolean holds(SeriesTable table, SeriesTable.Series upstream, SeriesTable.Series downstream, double share) {
        double inFlight = SLACK * share * largest(upstream, table.points());
        double difference = 0;
        double allowed = inFlight;
        int t = 0;
        for (Window window : table.grid().windows()) {
            Double closest = null;
            for (int i = 0; i < window.points(); i++, t++) {
                if (!table.follows(t)) {
                    difference = 0;
                    allowed = inFlight;
                }
                double step = upstream.at(t) - downstream.at(t);
                if (Double.isFinite(step)) {
                    difference += step;
                    closest = closer(closest, Math.abs(difference) - allowed);
                } else {
                    // Counts on both sides of a missing step are cut at two instants once more.
                    allowed += inFlight;
                }
            }
            if (closest != null && closest > 0) {
                return false;
            }
        }
        return true;
    }

    private static Double closer(@Nullable Double closest, double excess) {
        return closest == null ? excess : Math.min(closest, excess);
    }

    private static double largest(SeriesTable.Series series, int points) {
        double largest = 0;
        for (int t = 0; t < points; t++) {
            largest = series.at(t) > largest ? series.at(t) : largest;
        }
        return largest;
    }
}
