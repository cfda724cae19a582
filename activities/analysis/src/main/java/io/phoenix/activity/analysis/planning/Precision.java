package io.phoenix.activity.analysis.planning;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the error bar of a criterion needs, whatever memory the run must outlast: as surely as planned, and for the even
 * chance below which a run would most likely end undecided. A need that nothing meets is null.
 *
 * @param hosts null unless hosts are the replicates; so is {@code evenHosts}
 * @param evenRun for a chance of one half
 */
public record Precision(
        @Nullable RunPlan run,
        @Nullable Long hosts,
        @Nullable RunPlan evenRun,
        @Nullable Long evenHosts) {
    /** Of a criterion of which nothing is known. */
    public static final Precision UNKNOWN = new Precision(null, null, null, null);

    /** Whether a run of this length has at least an even chance; the least length of any run is none of precision. */
    boolean evenWithin(Duration length) {
        return evenRun != null && enough(evenRun, length);
    }

    /** Whether a run of this length is as sure as planned. */
    boolean within(Duration length) {
        return run != null && enough(run, length);
    }

    private static boolean enough(RunPlan run, Duration length) {
        return run.limitedBy() != RunPlan.LimitedBy.PRECISION || run.fits(length);
    }
}
