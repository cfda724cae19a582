package io.phoenix.workflow.experiment;

import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which windows are over and which comes next. */
final class Measuring {
    private final Grid grid;
    private final List<Window> windows = new ArrayList<>();
    private final TreeSet<Integer> missing = new TreeSet<>();
    private final TreeSet<Integer> incomplete = new TreeSet<>();
    private final List<Double> looks = new ArrayList<>();
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
        measuring.incomplete.addAll(measured.incomplete());
        measuring.looks.addAll(measured.looks());
        measuring.extraPoints = measured.extraPoints();
        measuring.last = measured.last();
        return measuring;
    }

    MeasuredSoFar soFar() {
        return new MeasuredSoFar(
                started,
                next,
                segment,
                windows,
                List.copyOf(missing),
                extraPoints,
                last,
                List.copyOf(incomplete),
                looks);
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
        note(summary);
        last = summary;
    }

    /** Takes what a window showed that was filled later; that nothing was read again is nothing new. */
    void filled(WindowSummary summary) {
        if (summary.quality() != Quality.MISSING) {
            note(summary);
            last = last == null || last.index() == summary.index() ? summary : last;
        }
    }

    private void note(WindowSummary summary) {
        missing.remove(summary.index());
        incomplete.remove(summary.index());
        switch (summary.quality()) {
            case MISSING -> missing.add(summary.index());
            case INCOMPLETE -> incomplete.add(summary.index());
            case DOWN, COMPLETE -> {
                // What was down is down in a second reading as well.
            }
        }
    }

    List<Window> windows() {
        return List.copyOf(windows);
    }

    List<Window> missing() {
        return at(missing);
    }

    /** Windows of which some samples have not arrived yet. */
    List<Window> incomplete() {
        return at(incomplete);
    }

    private List<Window> at(Set<Integer> indexes) {
        return windows.stream()
                .filter(window -> indexes.contains(window.index()))
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
        return windows.size() + grid.horizon().windows(remainingPoints());
    }

    /** Whether the data are looked at before more of them are measured. */
    boolean lookDue() {
        int next = looks.size() + 1;
        return next < plannedLooks()
                && remainingPoints() > 0
                && windows.size() >= grid.horizon().windowsBefore(next);
    }

    /** After how many windows the next look comes; empty after the last. */
    Optional<Integer> nextLook() {
        int next = looks.size() + 1;
        return next > plannedLooks()
                ? Optional.empty()
                : Optional.of(grid.horizon().windowsBefore(next));
    }

    /** The look that comes now. */
    LookRequest look() {
        return new LookRequest(looks, plannedPoints(), remainingPoints() == 0);
    }

    /** Takes a look that is over; one that found nothing out has seen no more than the one before. */
    void looked(@Nullable LookSummary look) {
        looks.add(look != null ? (Double) look.information() : looks.isEmpty() ? (Double) 0.0 : looks.getLast());
    }

    int plannedLooks() {
        return grid.horizon().looks();
    }

    int looks() {
        return looks.size();
    }

    /** How many grid points an extension may still add. */
    int extensiblePoints() {
        return Math.max(0, grid.maximumPoints() - plannedPoints());
    }

    void extend(int points) {
        extraPoints += points;
    }
}
