package io.phoenix.cli;

import io.phoenix.activity.analysis.calibration.Calibration;
import io.phoenix.activity.analysis.calibration.CalibrationResult;
import io.phoenix.activity.analysis.calibration.CalibrationSections;
import io.phoenix.activity.analysis.calibration.CalibrationTree;
import io.phoenix.activity.analysis.calibration.Cell;
import io.phoenix.activity.analysis.calibration.CellResult;
import io.phoenix.activity.analysis.calibration.Pilots;
import io.phoenix.activity.analysis.calibration.SlowComponents;
import io.phoenix.activity.analysis.report.Section;
import io.phoenix.activity.analysis.report.Writers;
import io.phoenix.client.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How often the engine errs, by simulation; speaks to nobody. */
@Command(
        name = "calibrate",
        description = "Count how often the engine denies that two equal variants are equal, and how often it shows a"
                + " saving that is there. Needs no server.",
        footer = {
            "",
            "Without --regime, --duration-per-memory, --pilot and --report it simulates all regimes and all durations, else"
                    + " only what is named. The numbers depend on the seed, not on the number of cores or of cells.",
            "Exit code 0; with --check 1 when a rate is above what is promised; 2 for wrong usage or a file with faults."
        })
final class CalibrateCommand implements Callable<Integer> {
    /** What {@code -o} takes. */
    enum Format {
        table,
        json,
        markdown,
        csv
    }

    @Mixin
    private CalibrateOptions options = new CalibrateOptions();

    @Mixin
    private PilotOptions pilotOptions = new PilotOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json, markdown or csv (default: ${DEFAULT-VALUE}).")
    private Format format = Format.table;

    @Option(
            names = "--check",
            description =
                    "Exit with 1 when a rate is above what is promised, with 5 when there are too few runs to tell.")
    private boolean check;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        options.check();
        Pilots pilots = pilotOptions.read();
        CalibrationResult result = run(pilots);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.print(written(result));
        out.flush();
        return check ? checked(result) : ExitCode.DONE;
    }

    /** Too few runs are told once more where only the result goes to a file. */
    private int checked(CalibrationResult result) {
        if (!result.over().isEmpty()) {
            return ExitCode.ERROR;
        }
        if (result.tooFewRuns().isEmpty()) {
            return ExitCode.DONE;
        }
        FailureHandler.tell(
                Objects.requireNonNull(spec).commandLine().getErr(),
                "not checked: with " + options.settings().runs() + " runs a cell a rate far above the promise does not"
                        + " show; give --runs " + options.settings().enoughRuns() + " or more");
        return ExitCode.UNDECIDED;
    }

    private CalibrationResult run(Pilots pilots) {
        List<Cell> regimes = Cell.of(options.regimes(pilotOptions.given()), options.points());
        List<SlowComponents> slow =
                SlowComponents.of(options.durationsPerMemory(pilotOptions.given()), options.points());
        List<Cell> resampled = Cell.of(pilots.regimes(), options.points());
        int cells = regimes.size() + resampled.size() + slow.size() * SlowComponents.FAMILY;
        Calibration calibration = new Calibration(options.settings());
        Progress progress =
                new Progress(Objects.requireNonNull(spec).commandLine().getErr(), cells);
        return new CalibrationResult(
                options.settings(),
                run(calibration, regimes, progress),
                slow.stream()
                        .map(family -> run(calibration, family.cells(), progress))
                        .toList(),
                run(calibration, resampled, progress),
                pilots.notes());
    }

    private static List<CellResult> run(Calibration calibration, List<Cell> cells, Progress progress) {
        return cells.stream()
                .map(cell -> {
                    CellResult result = calibration.run(cell);
                    progress.done(result);
                    return result;
                })
                .toList();
    }

    private String written(CalibrationResult result) {
        return switch (format) {
            case table -> Writers.text(sections(result));
            case markdown -> Writers.markdown(sections(result));
            case json -> Json.writePretty(CalibrationTree.of(result)) + "\n";
            case csv -> csv(result);
        };
    }

    private List<Section> sections(CalibrationResult result) {
        List<String> typed =
                Objects.requireNonNull(spec).commandLine().getParseResult().originalArgs();
        return CalibrationSections.of(result, "./phoenix " + String.join(" ", typed));
    }

    private static String csv(CalibrationResult result) {
        StringBuilder text = new StringBuilder();
        CalibrationTree.rows(result).forEach(row -> {
            if (text.isEmpty()) {
                text.append(String.join(",", row.keySet())).append("\r\n");
            }
            text.append(String.join(
                            ",", row.values().stream().map(String::valueOf).toList()))
                    .append("\r\n");
        });
        return text.toString();
    }

    /** Says on standard error how far it is, after the first cell and then every few seconds. */
    private static final class Progress {
        private static final long SECOND = 1_000_000_000;
        private static final long PAUSE = 5 * SECOND;

        private final PrintWriter messages;
        private final int cells;
        private final long start = System.nanoTime();
        private long told = start - PAUSE;
        private int done;

        Progress(PrintWriter messages, int cells) {
            this.messages = messages;
            this.cells = cells;
        }

        void done(CellResult result) {
            done++;
            long now = System.nanoTime();
            if (now - told < PAUSE && done < cells) {
                return;
            }
            told = now;
            messages.println("calibrate   " + done + " of " + cells + " cells in " + (now - start) / SECOND + " s: "
                    + result.cell().regime().name() + " at " + result.cell().points() + " pairs");
            messages.flush();
        }
    }
}
