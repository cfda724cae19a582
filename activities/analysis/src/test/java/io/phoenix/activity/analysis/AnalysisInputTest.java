package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.phoenix.activity.analysis.AnalysisInput.Evidence;
import io.phoenix.activity.analysis.AnalysisInput.Plan;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisInputTest {
    @Test
    void anAnalysisComparesAtLeastOneCandidate() {
        AnalysisInput input = ARun.healthy().input();

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AnalysisInput(input.plan(), List.of(), input.grid(), input.measured(), input.findings()))
                .withMessage("candidates is empty: an analysis compares at least one");
    }

    @Test
    void aGridHasEveryWindowOnce() {
        Window window = ARun.healthy().windows().getFirst();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grid(List.of(window, window)))
                .withMessage("windows repeat an index");
    }

    @Test
    void pairsHaveOneLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedSeries(new double[2], new double[3], new int[2]))
                .withMessage("pairs of 2, 3 and 2 entries do not match");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PairedSeries(new double[2], new double[2], new int[3]))
                .withMessage("pairs of 2, 2 and 3 entries do not match");
    }

    @ParameterizedTest
    @CsvSource({"2000, 1000, 2", "2500, 1000, 2", "1000, 1000, 1", "1000, 2000, 1", "2000, 0, 1", "2000, , 1"})
    void aStepHoldsAsManyScrapesAsIntervalsFitIn(long step, @Nullable Long interval, int scrapes) {
        Plan plan = new Plan(
                new Criteria(0.95, List.of(), List.of(), List.of(), 1, null),
                Duration.ofMillis(step),
                null,
                interval == null ? null : Duration.ofMillis(interval),
                Evidence.REQUIRED);

        assertThat(plan.scrapesPerStep()).isEqualTo(scrapes);
    }

    @Test
    void theGridOfWhatWasSeenHasEachWindowOnceAndInOrder() {
        ARun run = ARun.healthy(20);
        List<MeasuredWindow> measured = run.measured();

        Grid grid = Grid.ofMeasured(measured.reversed());

        assertThat(grid.windows()).isEqualTo(run.windows());
        assertThat(grid.points()).isEqualTo(20);
        assertThat(grid.duration()).isEqualTo(ARun.STEP.multipliedBy(20));
    }

    @Test
    void aPauseAndAGapInTheClockStartASegment() {
        List<Window> windows = ARun.healthy(24).windows();
        Window later = windows.get(2);
        Duration hour = Duration.ofHours(1);
        Window moved = new Window(
                later.index(),
                later.segment(),
                later.start().plus(hour),
                later.end().plus(hour),
                later.step());

        assertThat(new Grid(windows).segments()).containsOnly(0);
        assertThat(new Grid(ARun.healthy(24).pausedAfterWindow(1).windows()).segments())
                .startsWith(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)
                .endsWith(1);
        assertThat(new Grid(List.of(windows.get(0), windows.get(1), moved)).segments())
                .startsWith(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)
                .endsWith(1);
    }

    @Test
    void whatWasNotPlannedIsNotLookedAt() {
        ARun run = ARun.healthy(24);
        Grid first = new Grid(run.windows().subList(0, 2));

        SeriesTable table = new SeriesTable(first, run.measured());

        assertThat(table.points()).isEqualTo(12);
        assertThat(table.get(Metric.ACTIVE_SERIES, "baseline").present()).isEqualTo(12);
        assertThat(table.variants()).containsExactly("baseline", "candidate", "source");
        assertThat(table.follows(0)).isFalse();
        assertThat(table.follows(6)).isTrue();
    }
}
