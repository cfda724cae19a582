package io.phoenix.workflow.experiment;

import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which windows are over and which comes next. */
final class Measuring {
    private final Grid grid;
    private final List<Window> windows = new ArrayList<>();
    private final TreeSet<Integer> missing = new TreeSet<>();
    private Instant started = Instant.EPOCH;
    private @Nullable Instant next;
    private @Nullable WindowSummary last;
    private int segment;
    private int extraPoints;

    Measuring(Grid grid) {
        this.grid = grid;
    }

    static Measuring restored(Grid grid, MeasuredSoFar measured) {
        Measuring measuring = new Measuring(grid);
        measuring.started = measured.started();
        measuring.next = measured.next();
        measuring.segment = measured.segment();
        measuring.windows.addAll(measured.windows());
        measuring.missing.addAll(measured.missing());
        measuring.extraPoints = measured.extraPoints();
        measuring.last = measured.last();
        return measuring;
    }

    MeasuredSoFar soFar() {
        return new MeasuredSoFar(started, next, segment, windows, List.copyOf(missing), extraPoints, last);
    }

    void inputSeen(Instant at) {
        started = at;
    }

    Instant started() {
        return started;
    }

    /** Whether the next window has a date. */
    boolean warm() {
        return next != null;
    }

    void warmUntil(Instant start) {
        next = start;
    }

    /** Drops the window that is going on; the next one begins another segment after another warm-up. */
    void interrupt() {
        next = null;
        segment++;
    }

    /** Whether the run was paused before. */
    boolean interrupted() {
        return segment > 0;
    }

    Window nextWindow() {
        return grid.window(windows.size(), segment, Objects.requireNonNull(next, "next"), remainingPoints());
    }

    /** Takes a window that is over. When the run was interrupted while it was being read, the next one has no date yet. */
    void add(Window window, WindowSummary summary) {
        windows.add(window);
        if (window.segment() == segment) {
            next = window.end();
        }
        filled(summary);
    }

    /** Takes what a window showed, at first or when it was filled later. */
    void filled(WindowSummary summary) {
        if (summary.quality() == Quality.MISSING) {
            missing.add(summary.index());
        } else {
            missing.remove(summary.index());
        }
        last = summary;
    }

    List<Window> windows() {
        return List.copyOf(windows);
    }

    List<Window> missing() {
        return windows.stream()
                .filter(window -> missing.contains(window.index()))
                .toList();
    }

    Optional<WindowSummary> last() {
        return Optional.ofNullable(last);
    }

    /** Whether a deterministic guardrail broke, which ends the measurement. */
    boolean broken() {
        return last != null && !last.findings().isEmpty();
    }

    int remainingPoints() {
        return plannedPoints() - measuredPoints();
    }

    int plannedPoints() {
        return grid.points() + extraPoints;
    }

    int measuredPoints() {
        return windows.stream().mapToInt(Window::points).sum();
    }

    int plannedWindows() {
        return windows.size() + grid.windows(remainingPoints());
    }

    /** How many grid points an extension may still add. */
    int extensiblePoints() {
        return Math.max(0, grid.maximumPoints() - plannedPoints());
    }

    void extend(int points) {
        extraPoints += points;
    }
}
