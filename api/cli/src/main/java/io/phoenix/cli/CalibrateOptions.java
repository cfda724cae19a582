package io.phoenix.cli;

import io.phoenix.activity.analysis.calibration.Regime;
import io.phoenix.activity.analysis.calibration.Settings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is simulated, and how often. */
final class CalibrateOptions {
    private static final int MOST_RUNS = 10_000_000;
    private static final int FEWEST_POINTS = 48;
    private static final int MOST_POINTS = 1_000_000;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Runs in each cell (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--regime",
            paramLabel = "NAME",
            split = ",",
            description = "Regimes: iid, ar-.7, ar-.9, ma-20, arma-.9-.7, ar-.95-white, half-the-load.")
    private List<String> regimes = List.of();

    @Option(
            names = "--points",
            paramLabel = "N",
            split = ",",
            defaultValue = "120,240,480,2000",
            description = "Pairs of a run (default: ${DEFAULT-VALUE}).")
    private List<Integer> points = List.of();

    @Option(
            names = "--duration-per-memory",
            paramLabel = "D",
            split = ",",
            description = "Lengths of a run in memories of a hidden slow component (all: 4,8,12,16,24,32,48).")
    private List<Double> durations = List.of();

    @Option(
            names = "--confidence",
            paramLabel = "SHARE",
            defaultValue = "0.95",
            description = "Of the two-sided interval (default: ${DEFAULT-VALUE}).")
    private double confidence;

    @Option(
            names = "--effect",
            paramLabel = "N",
            defaultValue = "0.5",
            description =
                    "The true saving whose detection is the power, in standard deviations of the ratio from step to"
                            + " step (default: ${DEFAULT-VALUE}).")
    private double effect;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the random numbers (default: ${DEFAULT-VALUE}).")
    private long seed;

    Settings settings() {
        return new Settings(runs, seed, confidence, effect);
    }

    List<Integer> points() {
        return points.stream().distinct().toList();
    }

    /** Those that are named; all when nothing is. */
    List<Regime> regimes(boolean pilotGiven) {
        return nothingNamed(pilotGiven)
                ? Regime.published()
                : Regime.published().stream()
                        .filter(regime -> regimes.contains(regime.name()))
                        .toList();
    }

    /** Those that are named; all when nothing is. */
    List<Double> durationsPerMemory(boolean pilotGiven) {
        return nothingNamed(pilotGiven)
                ? List.of(4.0, 8.0, 12.0, 16.0, 24.0, 32.0, 48.0)
                : durations.stream().distinct().toList();
    }

    private boolean nothingNamed(boolean pilotGiven) {
        return !pilotGiven && regimes.isEmpty() && durations.isEmpty();
    }

    /** @throws CliException with every mistake */
    void check() {
        List<String> faults = new ArrayList<>();
        fault(faults, runs >= 1 && runs <= MOST_RUNS, "--runs must be from 1 to 10,000,000");
        fault(
                faults,
                points.stream().allMatch(n -> n >= FEWEST_POINTS && n <= MOST_POINTS),
                "--points must be from 48 to 1,000,000");
        fault(
                faults,
                durations.stream().allMatch(d -> d >= 1 && d <= MOST_POINTS),
                "--duration-per-memory must be from 1 to 1,000,000");
        fault(faults, confidence >= 0.5 && confidence < 1, "--confidence must be from 0.5 to less than 1");
        fault(faults, effect > 0 && effect <= 10, "--effect must be above 0 and at most 10");
        List<String> known = Regime.published().stream().map(Regime::name).toList();
        regimes.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add("there is no regime " + name + ", only " + String.join(", ", known)));
        if (!faults.isEmpty()) {
            throw new CliException(ExitCode.USAGE, String.join("; ", faults));
        }
    }

    private static void fault(List<String> faults, boolean sound, String sentence) {
        if (!sound) {
            faults.add(sentence);
        }
    }
}
