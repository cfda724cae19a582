package io.phoenix.activity.analysis.planning;

import org.jspecify.annotations.Nullable;

/**
 * What one goal or guardrail of one candidate needs.
 *
 * @param role {@code goal} or {@code guardrail}
 * @param scale what limit, expectation and detectable effect are of
 * @param expected null when the pilot says nothing of the metric
 * @param pilot error bar of the pilot; null with {@code expected}
 * @param run with the memory that it must outlast; null when no run shows the expected value on its side of the limit, or
 *     nothing is expected
 * @param available how many hosts the run will have; null unless hosts are the replicates
 */
public record CriterionPlan(
        String candidate,
        String metric,
        String role,
        Scale scale,
        double limit,
        @Nullable Double expected,
        @Nullable Pilot pilot,
        Target target,
        @Nullable RunPlan run,
        Precision precision,
        @Nullable Long available) {
    /** How candidate and baseline are compared. */
    public enum Scale {
        RATIO,
        DIFFERENCE
    }

    /** Whether the pilot says anything of the metric. */
    public boolean known() {
        return expected != null;
    }

    /** Whether some run can show what is expected. */
    public boolean possible() {
        return run != null && !lacksHosts();
    }

    /** How many hosts show it; null unless hosts are the replicates. */
    public @Nullable Long hosts() {
        return precision.hosts();
    }

    /** Whether more hosts would show what these do not. */
    public boolean lacksHosts() {
        return lacking(precision.hosts());
    }

    /** Whether these hosts have less than an even chance to show it. */
    boolean lacksHostsForEvenOdds() {
        return lacking(precision.evenHosts());
    }

    private boolean lacking(@Nullable Long needed) {
        return needed != null && available != null && needed > available;
    }

    /** Whether what is expected lies on the good side of the limit. */
    public boolean good() {
        return expected != null && expected < limit;
    }

    /** The largest value that as many pairs still show to be below the limit; null when nothing is known. */
    public @Nullable Double detectable(Planner planner, long pairs) {
        if (pilot == null) {
            return null;
        }
        double replicates = available == null ? pairs : available;
        double value = scale == Scale.RATIO
                ? planner.detectableRatio(replicates, limit, target)
                : limit - planner.detectable(replicates, target);
        return Double.isFinite(value) ? (Double) value : null;
    }
}
