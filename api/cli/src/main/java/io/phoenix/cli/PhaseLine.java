package io.phoenix.cli;

import io.phoenix.client.ExperimentResponse;
import java.util.List;
import java.util.Locale;

/** The way of an experiment on one line, with the present step marked. */
final class PhaseLine {
    private static final List<String> STEPS = List.of("Validate", "Deploy", "Measure", "Analyze", "Decide");
    private static final int BAR = 10;

    private PhaseLine() {}

    static String of(ExperimentResponse run) {
        if (run.ended()) {
            return ending(run);
        }
        StringBuilder line = new StringBuilder();
        int present = step(run.phase());
        for (int step = 0; step <= present; step++) {
            line.append(step == 0 ? "" : " > ").append(STEPS.get(step));
        }
        line.append(' ').append(bar(run.progress()));
        if (run.paused()) {
            line.append(" paused");
        }
        return line.append("  ").append(Table.oneLine(run.message())).toString();
    }

    private static String ending(ExperimentResponse run) {
        StringBuilder line = new StringBuilder(run.phase());
        if (run.verdict() != null) {
            line.append(", verdict ").append(run.verdict());
        }
        if (run.outcome() != null) {
            line.append(", ").append(run.outcome());
        }
        if (run.errorCode() != null) {
            line.append(" (").append(run.errorCode()).append(')');
        }
        return line.append(": ").append(Table.oneLine(run.message())).toString();
    }

    private static int step(String phase) {
        return switch (phase) {
            case "PENDING" -> 0;
            case "INITIALIZING" -> 1;
            case "RUNNING" -> 2;
            case "ANALYZING" -> 3;
            default -> 4;
        };
    }

    private static String bar(double progress) {
        int done = (int) Math.floor(Math.clamp(progress, 0, 1) * BAR);
        return "[" + "#".repeat(done) + ".".repeat(BAR - done) + "] "
                + String.format(Locale.ROOT, "%3.0f %%", Math.floor(Math.clamp(progress, 0, 1) * 100));
    }
}
