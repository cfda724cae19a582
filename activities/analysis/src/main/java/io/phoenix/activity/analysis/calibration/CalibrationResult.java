package io.phoenix.activity.analysis.calibration;

import io.phoenix.activity.analysis.calibration.CellResult.Assessment;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Everything that one calibration found.
 *
 * @param regimes simulated regimes
 * @param slow for each duration in memories and each length, slow components of every share
 * @param pilots resampled series
 * @param notes on the pilots, for people
 */
public record CalibrationResult(
        Settings settings,
        List<CellResult> regimes,
        List<List<CellResult>> slow,
        List<CellResult> pilots,
        List<String> notes) {
    public CalibrationResult {
        regimes = List.copyOf(regimes);
        slow = slow.stream().map(List::copyOf).toList();
        pilots = List.copyOf(pilots);
        notes = List.copyOf(notes);
    }

    /** The cells that break the promise. */
    public List<CellResult> over() {
        return with(Assessment.OVER);
    }

    /** The cells that say nothing of the promise, since a rate far above it would not show. */
    public List<CellResult> tooFewRuns() {
        return with(Assessment.TOO_FEW_RUNS);
    }

    /** Whether the promise was kept, in a few sentences. */
    public String summary() {
        List<CellResult> over = over();
        int promised = over.size() + with(Assessment.OK).size();
        String few = few();
        String limit = String.format(Locale.ROOT, "%.2g %%", 100 * settings.promised());
        if (promised == 0) {
            return !few.isEmpty()
                    ? few
                    : "No run lasts " + Settings.MEMORIES + " memories, so no rate of false positives is promised.";
        }
        return "At " + Settings.MEMORIES
                + " memories or more the rate of false positives less two Monte-Carlo errors is at most "
                + limit + " in " + (promised - over.size()) + " of " + promised + " cells"
                + (over.isEmpty() ? "." : "; it is larger in " + names(over) + ".")
                + (few.isEmpty() ? "" : " " + few);
    }

    private String few() {
        int cells = tooFewRuns().size();
        return cells == 0
                ? ""
                : "Too few runs to tell in " + (cells == 1 ? "1 cell" : cells + " cells")
                        + " whether the promise is kept: give --runs " + settings.enoughRuns() + " or more.";
    }

    private static String names(List<CellResult> results) {
        return String.join(", ", results.stream().map(CalibrationResult::name).toList());
    }

    private static String name(CellResult result) {
        return String.format(
                Locale.ROOT,
                "%s at %d pairs (%.2f %%)",
                result.cell().regime().name(),
                result.cell().points(),
                100 * result.of(Estimator.PRIMARY).falsePositives().share());
    }

    private List<CellResult> with(Assessment assessment) {
        return all().filter(result -> result.assessment(settings) == assessment).toList();
    }

    private Stream<CellResult> all() {
        return Stream.of(regimes.stream(), slow.stream().flatMap(List::stream), pilots.stream())
                .flatMap(results -> results);
    }
}
