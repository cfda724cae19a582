package io.phoenix.activity.analysis.calibration;

import io.phoenix.activity.analysis.calibration.CellResult.Rates;
import io.phoenix.activity.analysis.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A calibration for people. */
public final class CalibrationSections {
    private static final List<String> HEADER = List.of(
            "regime",
            "pairs",
            "D",
            "primary %",
            "power %",
            "held back %",
            "verdict %",
            "Newey-West %",
            "power %",
            "8 blocks %",
            "power %",
            "Welch %",
            "power %",
            "promise");

    private static final List<String> REGIMES = List.of(
            "A common load, AR(.97) with a standard deviation of 3 around 100, and for each side noise of its own with a"
                    + " standard deviation of 1, which gives the regime its name.",
            "ma-20: the mean of 20 shocks. arma-.9-.7: ARMA(.9, -.7). ar-.95-white: AR(.95) and white noise, half of the"
                    + " variance each. half-the-load: white noise, a load of 1 instead of 3, and a candidate that follows"
                    + " half of it.",
            "Memory in steps: 1 where the next step knows nothing, -1 / ln(phi) of an AR(phi), 20 of ma-20, the load's in"
                    + " half-the-load.");

    private CalibrationSections() {}

    /** @param command what was typed */
    public static List<Section> of(CalibrationResult result, String command) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section.Heading("False positives and power"));
        sections.add(new Section.Line(
                "Written by " + command + ". The same seed gives the same numbers, whatever else is simulated."));
        sections.add(new Section.Points(legend(result)));
        if (!result.regimes().isEmpty()) {
            sections.add(new Section.Heading("Regimes"));
            sections.add(new Section.Points(REGIMES));
            sections.add(grid(result.regimes(), result.settings()));
        }
        if (!result.slow().isEmpty()) {
            sections.add(new Section.Heading("Hidden slow components, by duration over memory"));
            sections.add(
                    new Section.Line(
                            "Of " + SlowComponent.SHARES.size()
                                    + " slow components, which make up 20 % to all of the long-run variance under white noise, the one in"
                                    + " which the primary estimator errs most; the largest of several estimates is itself a little high."));
            sections.add(grid(result.slow().stream().map(CellResult::worst).toList(), result.settings()));
        }
        pilots(result, sections);
        sections.add(new Section.Line(result.summary()));
        return sections;
    }

    private static void pilots(CalibrationResult result, List<Section> sections) {
        if (!result.pilots().isEmpty() || !result.notes().isEmpty()) {
            sections.add(new Section.Heading("Pilot"));
            sections.add(new Section.Points(result.notes()));
        }
        if (!result.pilots().isEmpty()) {
            sections.add(grid(result.pilots(), result.settings()));
            sections.add(new Section.Line("The saving whose power is given: " + savings(result.pilots()) + "."));
        }
    }

    private static String savings(List<CellResult> results) {
        return String.join(
                ", ",
                results.stream()
                        .map(result -> result.cell().regime().name()
                                + String.format(Locale.ROOT, " %.3g %%", 100 * result.saving()))
                        .distinct()
                        .toList());
    }

    private static List<String> legend(CalibrationResult result) {
        Settings settings = result.settings();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%,d runs a cell, seed %d. Rates in percent, each with its Monte-Carlo standard error in brackets.",
                        settings.runs(),
                        settings.seed()),
                "primary, Newey-West, 8 blocks, Welch: how often a true ratio of 1 is denied at a confidence of "
                        + percent(settings.confidence())
                        + ", before any gate. The first decides, the others are shown beside it.",
                "power: how often a saving of " + Numbers.shortest(settings.effect())
                        + " standard deviations of the ratio from step to step is shown.",
                "D: duration over memory, the memory being " + memory(result) + ". held back: runs in which the primary"
                        + " estimate must not decide, under " + Settings.MEMORIES
                        + " memories. verdict: false positives after that.",
                "promise: ok or over, from " + Settings.MEMORIES
                        + " memories on: whether primary less two Monte-Carlo errors is at most "
                        + percent(settings.promised())
                        + "; too few runs: two Monte-Carlo errors are more than that; short: nothing is promised.");
    }

    private static String memory(CalibrationResult result) {
        boolean simulated = !result.regimes().isEmpty() || !result.slow().isEmpty();
        String pilots = "what is declared of the pilot, else estimated from it";
        return result.pilots().isEmpty()
                ? "the regime's true one"
                : simulated ? "a simulated regime's true one, and " + pilots : pilots;
    }

    private static Section grid(List<CellResult> results, Settings settings) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        results.forEach(result -> rows.add(row(result, settings)));
        return new Section.Grid(rows);
    }

    private static List<String> row(CellResult result, Settings settings) {
        Rates verdict = result.of(Estimator.VERDICT);
        List<String> row = new ArrayList<>(List.of(
                result.cell().regime().name(),
                String.valueOf(result.cell().points()),
                String.format(Locale.ROOT, "%.1f", result.cell().durationPerMemory())));
        add(row, result.of(Estimator.PRIMARY));
        row.add(String.format(Locale.ROOT, "%.0f", 100 * result.heldBack().share()));
        row.add(text(verdict.falsePositives()));
        add(row, result.of(Estimator.NEWEY_WEST));
        add(row, result.of(Estimator.EIGHT_BLOCKS));
        add(row, result.of(Estimator.WELCH));
        row.add(result.assessment(settings).name().toLowerCase(Locale.ROOT).replace('_', ' '));
        return row;
    }

    private static void add(List<String> row, Rates rates) {
        row.add(text(rates.falsePositives()));
        row.add(text(rates.power()));
    }

    private static String text(Rate rate) {
        return String.format(Locale.ROOT, "%.2f (%.2f)", 100 * rate.share(), 100 * rate.error());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3g", 100 * share).replaceAll("\\.?0+$", "") + " %";
    }
}
