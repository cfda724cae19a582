package io.phoenix.activity.analysis.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.calibration.CellResult.Assessment;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the published table of false-positive rates, which rests on 20,000 runs a cell or more. */
class CalibrationTest {
    private static final int RUNS = 1000;
    private static final int PUBLISHED_RUNS = 20_000;
    private static final Settings SETTINGS = new Settings(RUNS, 42, .95, .5);

    @ParameterizedTest
    @CsvSource({
        "iid, 240, PRIMARY, 4.4",
        "ar-.9, 240, PRIMARY, 3.2",
        "ma-20, 240, PRIMARY, 1.1",
        "arma-.9-.7, 120, PRIMARY, 7.0",
        "ar-.95-white, 120, PRIMARY, 9.6",
        "half-the-load, 120, PRIMARY, 21.1",
        "half-the-load, 480, PRIMARY, 6.3",
        "ar-.9, 120, NEWEY_WEST, 6.7",
        "arma-.9-.7, 240, NEWEY_WEST, 28",
        "half-the-load, 240, NEWEY_WEST, 40",
        "ar-.95-white, 240, EIGHT_BLOCKS, 14.4",
        "half-the-load, 240, EIGHT_BLOCKS, 18.2",
        "ar-.7, 120, WELCH, 6",
        "ma-20, 120, WELCH, 29",
        "half-the-load, 120, WELCH, 39"
    })
    void errsAsOftenAsPublished(String regime, int points, Estimator estimator, double percent) {
        Rate found = run(regime, points).of(estimator).falsePositives();

        double published = percent / 100;
        double error = Math.sqrt(published * (1 - published) * (1.0 / RUNS + 1.0 / PUBLISHED_RUNS));
        assertThat(found.share()).isCloseTo(published, within(4 * error + rounding(percent)));
    }

    private static double rounding(double percent) {
        return percent == Math.rint(percent) && percent != 7.0 ? .005 : .0005;
    }

    @ParameterizedTest
    @CsvSource({"4, 20", "24, 5.5"})
    void errsAtWorstAsOftenAsPublishedForARunOfSoManyMemories(double memories, double percent) {
        List<CellResult> family = new SlowComponents(memories, 120)
                .cells().stream().map(new Calibration(SETTINGS)::run).toList();

        Rate worst = CellResult.worst(family).of(Estimator.PRIMARY).falsePositives();
        double published = percent / 100;
        double error = Math.sqrt(published * (1 - published) * (1.0 / RUNS + 1.0 / PUBLISHED_RUNS));
        assertThat(worst.share()).isBetween(published - 4 * error - .0005, published + 5 * error + .0005);
    }

    @ParameterizedTest
    @CsvSource({"PRIMARY, 70", "NEWEY_WEST, 86"})
    void seesASavingOfHalfAStandardDeviationAsOftenAsPublished(Estimator estimator, double percent) {
        Rate power = run("ar-.7", 240).of(estimator).power();

        assertThat(100 * power.share()).isCloseTo(percent, within(.5 + 400 * power.error()));
    }

    /** Two Monte-Carlo errors of 5.5 % are 5.4 % in 71 runs, of 11 % they are 5.49 % in 130; of 0 % in 20 they are unknown. */
    @ParameterizedTest
    @CsvSource({
        "0, 20, TOO_FEW_RUNS",
        "4, 20, TOO_FEW_RUNS",
        "20, 20, OVER",
        "0, 71, OK",
        "11, 100, TOO_FEW_RUNS",
        "14, 130, OK",
        "26, 130, OVER"
    })
    void saysNothingOfThePromiseFromTooFewRuns(int hits, int runs, Assessment expected) {
        CellResult.Rates rates = new CellResult.Rates(new Rate(hits, runs), new Rate(0, runs));
        Cell cell = Cell.of(List.of(SimulatedRegime.PUBLISHED.getFirst()), List.of(120))
                .getFirst();

        CellResult result = new CellResult(cell, .1, Map.of(Estimator.PRIMARY, rates), new Rate(0, runs));

        assertThat(result.assessment(new Settings(runs, 1, .95, .5))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({".95, .055, 130", ".9, .11, 57", ".99, .011, 712", ".5, .55, 4"})
    void promisesATenthMoreThanNominal(double confidence, double promised, long enoughRuns) {
        Settings settings = new Settings(1, 1, confidence, .5);

        assertThat(settings.promised()).isEqualTo(promised);
        assertThat(settings.enoughRuns()).isEqualTo(enoughRuns);
    }

    @Test
    void holdsBackWhatIsShorterThanTwentyFourMemories() {
        CellResult tooShort = run("half-the-load", 480);
        CellResult longEnough = run("ma-20", 480);

        assertThat(tooShort.heldBack()).isEqualTo(new Rate(RUNS, RUNS));
        assertThat(tooShort.of(Estimator.VERDICT).falsePositives().hits()).isZero();
        assertThat(tooShort.of(Estimator.VERDICT).power().hits()).isZero();
        assertThat(tooShort.assessment(SETTINGS)).isEqualTo(Assessment.SHORT);
        assertThat(longEnough.heldBack().hits()).isZero();
        assertThat(longEnough.of(Estimator.VERDICT)).isEqualTo(longEnough.of(Estimator.PRIMARY));
        assertThat(longEnough.assessment(SETTINGS)).isEqualTo(Assessment.OK);
    }

    @Test
    void countsTheSameWithAnyNumberOfThreads() {
        Cell cell = cell("ar-.95-white", 120);
        CellResult alone = in(1, cell);

        assertThat(in(3, cell)).isEqualTo(alone);
        assertThat(new Calibration(SETTINGS).run(cell)).isEqualTo(alone);
        assertThat(new Calibration(new Settings(RUNS, 43, .95, .5)).run(cell)).isNotEqualTo(alone);
    }

    @Test
    void saysWhichCellsBreakThePromise() {
        CellResult kept = run("iid", 120);
        CellResult broken = new CellResult(
                new Cell(SimulatedRegime.of("broken", Arma.WHITE), 120), kept.saving(), broken(kept), kept.heldBack());

        CalibrationResult result =
                new CalibrationResult(SETTINGS, List.of(kept), List.of(List.of(broken)), List.of(), List.of());

        assertThat(result.over()).containsExactly(broken);
        assertThat(result.summary())
                .isEqualTo("At 24 memories or more the rate of false positives less two Monte-Carlo errors is at most"
                        + " 5.5 % in 1 of 2 cells; it is larger in broken at 120 pairs (6.80 %).");
    }

    private static Map<Estimator, CellResult.Rates> broken(CellResult kept) {
        Map<Estimator, CellResult.Rates> rates = new EnumMap<>(kept.rates());
        // 136 of 2,000 less two errors is 5.7 %, 130 would be 5.4 %.
        rates.put(
                Estimator.PRIMARY,
                new CellResult.Rates(
                        new Rate(136, 2000), kept.of(Estimator.PRIMARY).power()));
        return rates;
    }

    private static CellResult in(int threads, Cell cell) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(() -> new Calibration(SETTINGS).run(cell)).join();
        }
    }

    private static CellResult run(String regime, int points) {
        return new Calibration(SETTINGS).run(cell(regime, points));
    }

    private static Cell cell(String name, int points) {
        Regime found = Regime.published().stream()
                .filter(regime -> regime.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Cell(found, points);
    }
}
