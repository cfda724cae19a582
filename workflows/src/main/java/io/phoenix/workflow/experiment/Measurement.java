package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.measurement.Window;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Warm-up and windows, until all are measured, a look is due, a deterministic guardrail breaks or the history is long. */
final class Measurement {
    private static final int FILL_FAILURES = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    private final ExperimentPlan plan;
    private final TimeScale scale;
    private final Grid grid;
    private final ActivityStubs stubs;
    private final Measuring measuring;
    private final Run run;
    private final Commands commands;

    Measurement(RunParts parts) {
        this.plan = parts.plan();
        this.scale = parts.scale();
        this.grid = parts.grid();
        this.stubs = parts.stubs();
        this.measuring = parts.measuring();
        this.run = parts.run();
        this.commands = parts.commands();
    }

    /** One step of it; a step ends between two windows. */
    void step() {
        if (run.paused()) {
            awaitResume();
        } else if (measuring.warm()) {
            measureNext();
        } else {
            warmUp();
        }
    }

    /** Whether a window comes before anything is judged, or somebody wants the run to hold before it is. */
    boolean goesOn() {
        return run.paused() || (unfinished() && !measuring.lookDue());
    }

    /** Whether there is something left to measure. */
    boolean unfinished() {
        return measuring.remainingPoints() > 0 && !measuring.broken();
    }

    /**
     * Tries once more to have the windows that are missing or incomplete; they are in the past, so nothing but time is
     * lost. A source that is away ends it after a few windows.
     */
    void fillGaps() {
        int failures = 0;
        for (Window window : gaps()) {
            if (fill(window)) {
                failures = 0;
            } else if (++failures == FILL_FAILURES || !fillsIncompleteWindows()) {
                return;
            }
        }
    }

    private List<Window> gaps() {
        List<Window> gaps = new ArrayList<>(measuring.missing());
        // The version is asked for where it matters only: it leaves a trace in the history.
        if (!measuring.incomplete().isEmpty() && fillsIncompleteWindows()) {
            gaps.addAll(measuring.incomplete());
        }
        return gaps;
    }

    private static boolean fillsIncompleteWindows() {
        return Workflow.getVersion("fill-incomplete-windows", Workflow.DEFAULT_VERSION, 1) == 1;
    }

    private boolean fill(Window window) {
        try {
            measuring.filled(measurements(Limits.BACKFILL, scale.timeout(Duration.ofSeconds(30)), window, "fill")
                    .measureWindow(request(window)));
            return true;
        } catch (ActivityFailure e) {
            if (RunFailure.cancelled(e)) {
                throw e;
            }
            return false;
        }
    }

    /** When the next window can be read. */
    Instant nextReadable() {
        return measuring.nextWindow().end().plus(grid.settle(scale));
    }

    void enter(String what) {
        run.enter(Phase.RUNNING, what);
    }

    private void warmUp() {
        Instant from = measuring.interrupted() ? Waits.now() : measuring.started();
        Instant start = grid.align(from.plus(grid.warmUp()));
        run.expect("warm-up ends, window " + title() + " begins", start);
        if (!Waits.until(start, "warm up for " + Words.of(grid.warmUp()), run::paused)) {
            measuring.warmUntil(start);
        }
    }

    private void awaitResume() {
        Duration longest = scale.wait(LONGEST_PAUSE);
        Instant end = Waits.now().plus(longest);
        run.expect("the run is aborted unless it is resumed", end);
        if (!Waits.until(end, "paused, waiting to be resumed", () -> !run.paused())) {
            commands.decideByDefault(CommandKind.ABORT, "paused for more than " + Words.of(longest));
            CancellationScope.throwCanceled();
        }
    }

    private void measureNext() {
        Window window = measuring.nextWindow();
        Instant readable = nextReadable();
        run.expect("window " + title() + " is measured" + nextLook(), readable);
        if (Waits.until(readable, "wait for window " + title(), run::paused)) {
            return;
        }
        String title = title();
        Shown shown = measure(window, title);
        WindowSummary summary = shown.summary();
        measuring.add(window, summary);
        run.tell(
                "window_measured",
                "window " + title + ": " + shown.text() + ", "
                        + summary.quality().name().toLowerCase(Locale.ROOT) + findings(summary));
    }

    /** @param text for people: how many series there were, or why nothing was read */
    private record Shown(WindowSummary summary, String text) {}

    private Shown measure(Window window, String title) {
        Duration late = Duration.between(window.end(), Waits.now());
        Duration gap = scale.timeout(Objects.requireNonNull(Limits.MEASURE.total()));
        Duration total = TimeScale.longer(gap.minus(late), scale.timeout(Limits.MEASURE.startToClose()));
        try {
            WindowSummary summary =
                    measurements(Limits.MEASURE, total, window, "measure").measureWindow(request(window));
            return new Shown(summary, Details.series(summary));
        } catch (ActivityFailure e) {
            if (RunFailure.cancelled(e)) {
                throw e;
            }
            return new Shown(
                    WindowSummary.missing(window.index()), RunFailure.of(e).message());
        }
    }

    private MeasurementActivities measurements(Limits limits, Duration total, Window window, String verb) {
        String summary = verb + " window " + (window.index() + 1) + " of " + measuring.plannedWindows();
        return stubs.anywhere(MeasurementActivities.class, limits, total, summary);
    }

    private MeasureRequest request(Window window) {
        ExperimentSpec spec = plan.spec();
        List<String> variants = new ArrayList<>();
        variants.add(Variants.BASELINE);
        variants.addAll(spec.variants().candidates().keySet());
        return new MeasureRequest(
                plan.ref(),
                window,
                variants,
                spec.criteria().criticalProcesses(),
                grid.interval(),
                measuring.started());
    }

    /** Which look comes after which window; nothing where there is one look alone. */
    private String nextLook() {
        if (measuring.plannedLooks() == 1) {
            return "";
        }
        return measuring
                .nextLook()
                .map(window -> ", look " + (measuring.looks() + 1) + " of " + measuring.plannedLooks()
                        + " comes after window " + window)
                .orElse("");
    }

    private String title() {
        return (measuring.windows().size() + 1) + " of " + measuring.plannedWindows();
    }

    private static String findings(WindowSummary summary) {
        return summary.findings().isEmpty()
                ? ""
                : "; " + summary.findings().getFirst().message();
    }
}
