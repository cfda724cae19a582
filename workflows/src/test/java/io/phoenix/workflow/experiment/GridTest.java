package io.phoenix.workflow.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Grid grid(String duration, double scale) {
        Duration length = Duration.parse(duration);
        return Grid.of(Plans.aPlan().lasting(length, length.multipliedBy(2)).spec(), new TimeScale(scale));
    }

    private static List<Window> windows(Grid grid, int points) {
        List<Window> windows = new ArrayList<>();
        Instant start = START;
        for (int rest = points; rest > 0; rest -= windows.getLast().points()) {
            windows.add(grid.window(windows.size(), 0, start, rest));
            start = windows.getLast().end();
        }
        return windows;
    }

    // A tenth of the duration, at least four steps of two seconds and at most five minutes, in whole steps.
    @ParameterizedTest
    @CsvSource({"PT2M,6", "PT50S,4", "PT8S,4", "PT10M,30", "PT2H,150"})
    void aWindowIsATenthOfTheDurationWithinLimits(String duration, int points) {
        assertThat(grid(duration, 1).horizon().windowPoints()).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"60,10", "25,4", "28,5", "3,1", "63,10", "64,11"})
    void windowsCoverEveryPointAndNoneIsTooShort(int points, int expected) {
        Grid grid = grid("PT2M", 1);

        List<Window> windows = windows(grid, points);

        assertThat(windows).hasSize(expected);
        assertThat(windows.stream().mapToInt(Window::points).sum()).isEqualTo(points);
        assertThat(grid.horizon().windows(points)).isEqualTo(expected);
    }

    // Twenty windows of twelve points.
    @ParameterizedTest
    @CsvSource({"2,10", "3,7", "4,5", "7,3", "20,1"})
    void theFirstLookComesAfterItsShareOfTheWindowsAndTheLastAtTheEnd(int looks, int firstAfter) {
        Grid grid = Grid.of(
                Plans.aPlan().looking().looking(looks, Criteria.Spending.POCOCK).spec(), new TimeScale(1));

        assertThat(grid.points()).isEqualTo(grid.maximumPoints()).isEqualTo(240);
        assertThat(grid.horizon().windowsBefore(1)).isEqualTo(firstAfter);
        assertThat(grid.horizon().pointsBefore(1)).isEqualTo(12 * firstAfter);
        assertThat(grid.horizon().windowsBefore(looks)).isEqualTo(20);
        assertThat(grid.horizon().pointsBefore(looks)).isEqualTo(240);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z,2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.001Z,2026-01-01T00:00:02Z",
        "2026-01-01T00:00:01.999999999Z,2026-01-01T00:00:02Z",
        "2026-01-01T00:00:02.000000001Z,2026-01-01T00:00:04Z"
    })
    void startsOnAMultipleOfTheStep(Instant at, Instant start) {
        assertThat(grid("PT2M", 1).align(at)).isEqualTo(start);
    }

    @Test
    void judgesAsManyPointsInScaledTime() {
        Grid real = grid("PT2M", 1);
        Grid fast = grid("PT2M", 0.01);

        assertThat(fast.interval()).isEqualTo(Duration.ofMillis(200));
        assertThat(fast.step()).isEqualTo(Duration.ofMillis(400));
        assertThat(fast.points()).isEqualTo(real.points()).isEqualTo(60);
        assertThat(fast.memory()).isEqualTo(Duration.ofSeconds(1));
        assertThat(fast.warmUp()).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void waitsForTheLastSamplesOfAWindow() {
        assertThat(grid("PT2M", 1).settle(new TimeScale(1))).isEqualTo(Duration.ofSeconds(2));
        assertThat(grid("PT2M", 0.1).settle(new TimeScale(0.1))).isEqualTo(Duration.ofMillis(400));
    }

    @ParameterizedTest
    @CsvSource({"1,PT10M,PT10M", "0.1,PT10M,PT1M", "0.001,PT10M,PT10S", "0.1,PT5S,PT5S"})
    void shrinksTimeoutsToTenSecondsAtLeast(double factor, Duration real, Duration scaled) {
        assertThat(new TimeScale(factor).timeout(real)).isEqualTo(scaled);
    }

    @ParameterizedTest
    @CsvSource({"PT1H30M,1h30m", "PT10S,10s", "PT0.2S,200ms", "PT2.5S,2.5s", "PT0S,0s"})
    void writesDurationsAsPeopleDo(Duration duration, String text) {
        assertThat(Words.of(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.2,20 %", "0.05,5 %", "0.655,65.5 %", "1,100 %", "0.3333333,33.33 %", "0,0 %"})
    void writesSharesAsPeopleDo(double share, String text) {
        assertThat(Words.percent(share)).isEqualTo(text);
    }
}
