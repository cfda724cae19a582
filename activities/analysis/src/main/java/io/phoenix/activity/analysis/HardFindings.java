package io.phoenix.activity.analysis;

import io.phoenix.domain.analysis.Finding;
import io.phoenix.domain.analysis.ReasonCode;
import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The deterministic guardrails. The same code looks between windows, for an early stop, and at the whole run.
 *
 * <p>One step proves nothing, since scrapes are not in phase: a loss lasts for 2 consecutive steps. A pause ends any run
 * of steps.
 */
public final class HardFindings {
    /** The variant under which the source collector's series are stored. */
    public static final String SOURCE = "source";

    private static final int STEPS_OF_A_LOSS = 2;

    private final SeriesTable table;

    private HardFindings(SeriesTable table) {
        this.table = table;
    }

    /**
     * What broke by the end of the recent windows. Pass the last two windows, so that a loss across their border is seen.
     * Every variant but {@code baseline} and {@code source} is taken as a candidate.
     */
    public static List<Finding> inWindow(List<MeasuredWindow> recent) {
        SeriesTable table = new SeriesTable(Grid.ofMeasured(recent), recent);
        HardFindings findings = new HardFindings(table);
        List<Finding> found = new ArrayList<>();
        table.variants().stream()
                .filter(variant -> !variant.equals(Variants.BASELINE) && !variant.equals(SOURCE))
                .forEach(candidate -> found.addAll(findings.ofCandidate(candidate)));
        found.addAll(findings.ofInput());
        return List.copyOf(found);
    }

    /** What broke during the whole run. */
    static List<Finding> inRun(SeriesTable table, List<String> candidates) {
        HardFindings findings = new HardFindings(table);
        List<Finding> found = new ArrayList<>();
        candidates.forEach(candidate -> found.addAll(findings.ofCandidate(candidate)));
        found.addAll(findings.ofInput());
        findings.tooLittleInput().ifPresent(found::add);
        return List.copyOf(found);
    }

    private List<Finding> ofCandidate(String candidate) {
        List<Finding> found = new ArrayList<>();
        IntPredicate accepted = accepted(Variants.BASELINE).and(accepted(candidate));
        lasting(down(candidate).and(up(Variants.BASELINE)), STEPS_OF_A_LOSS)
                .ifPresent(t -> found.add(finding(ReasonCode.CANDIDATE_DOWN, candidate, t)));
        lasting(accepted.and(lacksProcesses(candidate)), STEPS_OF_A_LOSS)
                .ifPresent(t -> found.add(new Finding(
                        ReasonCode.CRITICAL_PROCESS_LOST,
                        candidate,
                        candidate + " showed " + count(candidate, t) + " of " + count(Variants.BASELINE, t)
                                + " in step " + (t + 1) + ".")));
        lasting(accepted.and(empty(candidate)), STEPS_OF_A_LOSS)
                .ifPresent(t -> found.add(finding(ReasonCode.CANDIDATE_EMPTY, candidate, t)));
        return found;
    }

    private List<Finding> ofInput() {
        List<Finding> found = new ArrayList<>();
        lasting(down(Variants.BASELINE), STEPS_OF_A_LOSS)
                .ifPresent(t -> found.add(finding(ReasonCode.BASELINE_DOWN, Variants.BASELINE, t)));
        lasting(down(SOURCE), STEPS_OF_A_LOSS)
                .ifPresent(t -> found.add(new Finding(
                        ReasonCode.INPUT_LOST,
                        SOURCE,
                        "The scrapes of the source collector failed from step " + (t + 1) + ".")));
        lasting(withoutInput(), Coverage.LONGEST_GAP + 1)
                .ifPresent(t -> found.add(new Finding(
                        ReasonCode.INPUT_LOST, SOURCE, "The baseline accepted no points from step " + (t + 1) + ".")));
        return found;
    }

    private Optional<Finding> tooLittleInput() {
        int points = table.points();
        IntPredicate withoutInput = withoutInput();
        int without = 0;
        for (int t = 0; t < points; t++) {
            without += withoutInput.test(t) ? 1 : 0;
        }
        return points - without < Coverage.FEWEST * points
                ? Optional.of(new Finding(
                        ReasonCode.INPUT_LOST,
                        SOURCE,
                        "The baseline accepted no points in " + without + " of " + points + " steps."))
                : Optional.empty();
    }

    /** Whether the baseline is known to have accepted nothing in a step. */
    private IntPredicate withoutInput() {
        SeriesTable.Series accepted = table.get(Metric.ACCEPTED_POINTS, Variants.BASELINE);
        return t -> accepted.at(t) == 0;
    }

    /** Steps that may count: all but those in which the baseline accepted no points. */
    static boolean[] usableSteps(SeriesTable table) {
        IntPredicate withoutInput = new HardFindings(table).withoutInput();
        boolean[] usable = new boolean[table.points()];
        for (int t = 0; t < usable.length; t++) {
            usable[t] = !withoutInput.test(t);
        }
        return usable;
    }

    /** First step of the first run of {@code steps} consecutive steps that all are as asked. */
    private Optional<Integer> lasting(IntPredicate broken, int steps) {
        int run = 0;
        for (int t = 0; t < table.points(); t++) {
            run = broken.test(t) ? (table.follows(t) ? run + 1 : 1) : 0;
            if (run == steps) {
                return Optional.of(t - steps + 1);
            }
        }
        return Optional.empty();
    }

    private IntPredicate down(String variant) {
        SeriesTable.Series up = table.get(Metric.UP, variant);
        return t -> up.at(t) == 0;
    }

    private IntPredicate up(String variant) {
        SeriesTable.Series up = table.get(Metric.UP, variant);
        return t -> up.at(t) == 1;
    }

    private IntPredicate lacksProcesses(String candidate) {
        SeriesTable.Series shown = table.get(Metric.CRITICAL_PROCESSES, candidate);
        SeriesTable.Series expected = table.get(Metric.CRITICAL_PROCESSES, Variants.BASELINE);
        return t -> shown.at(t) < expected.at(t);
    }

    private IntPredicate empty(String candidate) {
        SeriesTable.Series own = table.get(Metric.ACTIVE_SERIES, candidate);
        SeriesTable.Series baseline = table.get(Metric.ACTIVE_SERIES, Variants.BASELINE);
        return t -> own.at(t) == 0 && baseline.at(t) > 0;
    }

    /** Whether the variant had input in the step; taken for granted when accepted points were not measured at all. */
    private IntPredicate accepted(String variant) {
        return table.find(Metric.ACCEPTED_POINTS, variant)
                .<IntPredicate>map(series -> t -> series.at(t) > 0)
                .orElse(t -> true);
    }

    private String count(String variant, int t) {
        return Long.toString(
                Math.round(table.get(Metric.CRITICAL_PROCESSES, variant).at(t)));
    }

    private static Finding finding(ReasonCode code, String variant, int t) {
        return new Finding(code, variant, "Variant " + variant + ", from step " + (t + 1) + ".");
    }
}
