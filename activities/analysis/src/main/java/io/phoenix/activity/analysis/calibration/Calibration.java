package io.phoenix.activity.analysis.calibration;

import io.phoenix.activity.analysis.RatioTests;
import io.phoenix.activity.analysis.calibration.Regime.Run;
import java.util.stream.IntStream;

/**
 * Counts how often the engine denies a ratio of 1 that is true, and how often it shows a saving that is there. Uses every
 * core; thread-safe.
 */
public final class Calibration {
    private final Settings settings;

    public Calibration(Settings settings) {
        this.settings = settings;
    }

    /** The same numbers for the same seed, whatever other cells are run and however many threads there are. */
    public CellResult run(Cell cell) {
        double saving = settings.effect() * cell.regime().spread();
        Tally tally = IntStream.range(0, settings.runs())
                .parallel()
                .collect(Tally::new, (counts, run) -> count(counts, cell, saving, run), Tally::add);
        return new CellResult(cell, saving, tally.rates(), tally.heldBack());
    }

    private void count(Tally tally, Cell cell, double saving, int run) {
        Run same = cell.regime().draw(cell.points(), cell.random(settings.seed(), run));
        tally.add(judged(cell, same), judged(cell, same.saving(saving)), settings.alpha());
    }

    private static RatioTests judged(Cell cell, Run run) {
        return RatioTests.of(run.baseline(), run.candidate(), cell.duration(), cell.memory());
    }
}
