package io.phoenix.activity.analysis;

import io.phoenix.domain.analysis.Finding;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.measurement.MeasuredWindow;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a verdict depends on.
 *
 * @param plan what was promised before the data were seen
 * @param candidates at least one
 * @param grid every planned window; what is not stored of it counts as missing
 * @param measured in any order
 * @param findings deterministic guardrails that broke outside of the stored series; those in the series are found again
 * @param hosts in any order; empty when the metrics are not known per host
 */
public record AnalysisInput(
        Plan plan,
        List<Candidate> candidates,
        Grid grid,
        List<MeasuredWindow> measured,
        List<Finding> findings,
        List<HostTotals> hosts) {
    public AnalysisInput {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(grid, "grid");
        candidates = List.copyOf(candidates);
        measured = List.copyOf(measured);
        findings = List.copyOf(findings);
        hosts = List.copyOf(hosts);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("candidates is empty: an analysis compares at least one");
        }
    }

    /** The same series at a look after which so much information was seen. */
    public AnalysisInput at(List<Double> information) {
        return new AnalysisInput(plan.at(information), candidates, grid, measured, findings, hosts);
    }

    /** Without values per host: the statement is about this host. */
    public AnalysisInput(
            Plan plan, List<Candidate> candidates, Grid grid, List<MeasuredWindow> measured, List<Finding> findings) {
        this(plan, candidates, grid, measured, findings, List.of());
    }

    /**
     * One side that is compared with the baseline.
     *
     * @param declaredReduction share of the series that its template declares to drop; null: none declared
     */
    public record Candidate(String name, @Nullable Double declaredReduction) {
        public Candidate {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * What was promised.
     *
     * @param step of the grid
     * @param memory slowest time in which the ratio forgets a disturbance, scaled as the run was; null: not declared
     * @param inputInterval time between two points of one input series, scaled as the run was; null: unknown, then
     *     conservation cannot be checked
     * @param information share of the planned complete pairs at each look up to this one, rising to 1 at the last; empty:
     *     this is the last of looks at even distances
     */
    public record Plan(
            Criteria criteria,
            Duration step,
            @Nullable Duration memory,
            @Nullable Duration inputInterval,
            Evidence evidence,
            List<Double> information) {
        public Plan {
            Objects.requireNonNull(criteria, "criteria");
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(evidence, "evidence");
            information = information.isEmpty() ? PlannedLooks.even(criteria.looks()) : List.copyOf(information);
        }

        /** At the end. */
        public Plan(
                Criteria criteria,
                Duration step,
                @Nullable Duration memory,
                @Nullable Duration inputInterval,
                Evidence evidence) {
            this(criteria, step, memory, inputInterval, evidence, List.of());
        }

        Plan at(List<Double> seen) {
            return new Plan(criteria, step, memory, inputInterval, evidence, seen);
        }

        /** How many scrapes of a collector a step holds; one when the interval is not known. */
        int scrapesPerStep() {
            return inputInterval == null || inputInterval.isZero()
                    ? 1
                    : (int) Math.max(1, step.toNanos() / inputInterval.toNanos());
        }
    }

    /** Whether the series that guard the input (accepted points, up) must be there. */
    public enum Evidence {
        /** An experiment measures them itself: without them nothing can be trusted. */
        REQUIRED,
        /** A file may leave them out. */
        WHEN_PRESENT
    }
}
