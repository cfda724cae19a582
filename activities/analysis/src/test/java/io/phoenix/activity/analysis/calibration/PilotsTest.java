package io.phoenix.activity.analysis.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.analysis.calibration.Regime.Run;
import io.phoenix.activity.analysis.statistics.Moments;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PilotsTest {
    private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

    @Test
    void drawsStretchesOfPairsAtOneLevel() {
        PilotRegime pilot = PilotRegime.of("pilot", saving(.4), OptionalDouble.of(3));

        Run drawn = pilot.draw(480, new SplittableRandom(1));

        assertThat(pilot.stretch()).isEqualTo(30);
        assertThat(Moments.mean(drawn.candidate()) / Moments.mean(drawn.baseline()))
                .isCloseTo(1, within(.01));
        assertThat(borders(drawn, saving(0))).isBetween(14, 16);
    }

    @Test
    void keepsTheErrorRateOfTheRegimeThatThePilotWasDrawnFrom() {
        Settings settings = new Settings(2000, 7, .95, .5);
        Regime regime = Pilots.of(measured(saving(.4)), List.of("candidate"), OptionalDouble.of(3))
                .regimes()
                .getFirst();

        CellResult result = new Calibration(settings).run(new Cell(regime, 240));

        assertThat(result.of(Estimator.PRIMARY).falsePositives().share()).isCloseTo(.044, within(.02));
        assertThat(result.of(Estimator.PRIMARY).power().share()).isCloseTo(.7, within(.1));
    }

    @Test
    void estimatesTheMemoryThatNobodyDeclared() {
        Pilots pilots = Pilots.of(measured(saving(.4)), List.of("candidate"), UNKNOWN);

        assertThat(pilots.regimes().getFirst().memory()).isCloseTo(2.8, within(1.5));
        assertThat(pilots.notes().getFirst())
                .startsWith("active_series: 2000 pairs, resampled ")
                .contains("estimated");
    }

    @Test
    void saysWhyASeriesCannotBeResampled() {
        Run tiny = new Run(new double[] {1, 2}, new double[] {1, 2});
        Run zero = new Run(new double[60], new double[60]);

        assertThat(Pilots.of(measured(tiny), List.of("candidate"), UNKNOWN))
                .isEqualTo(new Pilots(List.of(), List.of("active_series: 2 complete pairs, 48 are needed.")));
        assertThat(Pilots.of(measured(zero), List.of("candidate"), UNKNOWN).notes())
                .containsExactly("active_series: a mean is not positive, so there is no ratio.");
        assertThat(Pilots.of(measured(zero), List.of("other"), UNKNOWN)).isEqualTo(new Pilots(List.of(), List.of()));
    }

    @Test
    void findsNoErrorWhereTheRatioStoodStill() {
        double[] level = new double[100];
        Arrays.setAll(level, t -> 100 + t % 7);
        double[] less = Arrays.stream(level).map(value -> value / 4).toArray();
        Pilots pilots = Pilots.of(measured(new Run(level, less)), List.of("candidate"), UNKNOWN);

        CellResult result = new Calibration(new Settings(50, 1, .95, .5))
                .run(new Cell(pilots.regimes().getFirst(), 120));

        assertThat(pilots.notes().getFirst()).contains("did not move");
        assertThat(result.of(Estimator.PRIMARY).falsePositives().hits()).isZero();
    }

    /** How often the next pair is not the one that follows in the pilot. */
    private static int borders(Run drawn, Run pilot) {
        int borders = 0;
        int at = place(drawn.baseline()[0], pilot);
        for (int t = 1; t < drawn.baseline().length; t++) {
            int next = place(drawn.baseline()[t], pilot);
            borders += next == (at + 1) % pilot.baseline().length ? 0 : 1;
            at = next;
        }
        return borders;
    }

    private static int place(double value, Run pilot) {
        for (int i = 0; i < pilot.baseline().length; i++) {
            if (pilot.baseline()[i] == value) {
                return i;
            }
        }
        throw new AssertionError(value + " is not of the pilot");
    }

    private static Run saving(double share) {
        return SimulatedRegime.of("ar", Arma.ar(.7))
                .draw(2000, new SplittableRandom(5))
                .saving(share);
    }

    private static List<MeasuredWindow> measured(Run run) {
        Duration step = Duration.ofSeconds(1);
        Window window = new Window(0, 0, Instant.EPOCH, Instant.EPOCH.plusSeconds(run.baseline().length), step);
        return List.of(
                new MeasuredWindow(window, Metric.ACTIVE_SERIES, "baseline", Quality.COMPLETE, run.baseline(), 0),
                new MeasuredWindow(window, Metric.ACTIVE_SERIES, "candidate", Quality.COMPLETE, run.candidate(), 0));
    }
}
