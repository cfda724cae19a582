package io.phoenix.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What was measured, beside the goals, as Markdown between two marks of a file. */
final class Tables {
    private static final String BEGIN = "<!-- measured: begin -->\n";
    private static final String END = "<!-- measured: end -->\n";

    private final Map<String, Arm> arms;
    private final Map<SeriesFiles, Arm> commands;
    private final String scipyVersion;
    private final StringBuilder text = new StringBuilder();

    Tables(Map<String, Arm> arms, Map<SeriesFiles, Arm> commands, String scipyVersion) {
        this.arms = arms;
        this.commands = commands;
        this.scipyVersion = scipyVersion;
    }

    void writeInto(Path file) throws IOException {
        String page = Files.readString(file);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        Files.writeString(file, page.substring(0, begin) + measured() + page.substring(end));
    }

    private String measured() throws IOException {
        machine();
        goals();
        command();
        digits();
        return text.toString();
    }

    private void machine() throws IOException {
        String processor;
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            processor = lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .orElse("unknown processor");
        }
        line(
                "Rounds: %d. %s, %d cores; JDK %s; commons-math3 3.6.1, commons-statistics 1.2%s. Load average when done: %s.%n",
                Benchmarks.ROUNDS,
                processor,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                scipyVersion.isEmpty() ? "" : ", SciPy " + scipyVersion,
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    private void goals() {
        line("| what | arm | median | against | times as long (per round) | goal | met |");
        line("|---|---|---|---|---|---|---|");
        arm("Welch + CI + effect size, 2 x 1M", "WelchBenchmark.plainPass", "one plain pass");
        slower("WelchBenchmark.phoenix", "WelchBenchmark.plainPass", "one plain pass", 2.5);
        faster("WelchBenchmark.commonsMath", "commons-math3", "WelchBenchmark.phoenix", 10);
        faster("scipy.welch", "SciPy", "WelchBenchmark.phoenix", 15);
        arm("Mann-Whitney, 2 x 1M, ties and continuity", "MannWhitneyBenchmark.phoenix", "Phoenix");
        faster("MannWhitneyBenchmark.commonsStatistics", "commons-statistics", "MannWhitneyBenchmark.phoenix", 15);
        faster("scipy.mann_whitney", "SciPy", "MannWhitneyBenchmark.phoenix", 4);
        within("stationary bootstrap of a p95 ratio, 2,000 of 2 x 10k", "BootstrapBenchmark.phoenix", 400);
        faster("scipy.bootstrap", "SciPy (single pairs)", "BootstrapBenchmark.phoenix", 10);
        within("whole decision, 10 metrics on 1M points", "DecisionBenchmark.phoenix 0.7", 250);
        within("the same, noise without memory", "DecisionBenchmark.phoenix 0", 250);
        fetch("fetch + parse + analyse 1M samples, " + PrometheusWithRun.HOSTS + " series summed up", "SUMMED");
        fetch("the same, of single series", "SINGLE");
        line("");
    }

    private void fetch(String what, String asked) {
        String curl = "FetchBenchmark.curl " + asked;
        arm(what, curl, "curl -o /dev/null");
        slower("FetchBenchmark.phoenix " + asked, curl, "curl", 1.5);
        measured("FetchBenchmark.fetchAndParse " + asked)
                .forEach(found -> line(
                        "| | Phoenix, fetch + parse alone | %s | curl | %.2f (%s) | | |",
                        milliseconds(found), found.over(arms.get(curl)), found.rangeOver(arms.get(curl))));
    }

    private void command() {
        if (commands.isEmpty()) {
            return;
        }
        line(
                "`./phoenix analyze` of 1M rows, from the shell's prompt to its return (10 metrics, 2 variants, 50,000 steps):");
        line("");
        line("| series | median | goal | met |");
        line("|---|---|---|---|");
        commands.forEach((format, arm) ->
                line("| %s | %.2f s | < 2 s | %s |", title(format), arm.median() / 1000, met(arm.median() < 2000)));
        line("");
    }

    private static String title(SeriesFiles format) {
        return switch (format) {
            case CSV -> "CSV";
            case JSON_LINES -> "JSON lines";
            case REPLIES -> "reply to `query_range`";
        };
    }

    private void digits() {
        line(
                "Digits of NIST's certified mean / standard deviation (15 at most), and of lag-1 autocorrelation, which the"
                        + " libraries lack:");
        line("");
        line("| set | Phoenix | commons-math3 | commons-statistics | exact on doubles | at least as many | lag 1 |");
        line("|---|---|---|---|---|---|---|");
        for (NistDigits digits : NistSet.all().stream().map(NistDigits::of).toList()) {
            line(
                    "| %s | %s | %s | %s | %s | %s | %.1f |",
                    digits.set(),
                    digits.phoenix(),
                    digits.commonsMath(),
                    digits.commonsStatistics(),
                    digits.exact(),
                    met(digits.asGoodAsEveryPeer()),
                    digits.lag1());
        }
    }

    private void arm(String what, String arm, String title) {
        measured(arm).forEach(found -> line("| %s | %s | %s | | | | |", what, title, milliseconds(found)));
    }

    private void slower(String arm, String limit, String title, double most) {
        measured(arm)
                .forEach(found -> line(
                        "| | Phoenix | %s | %s | %.2f (%s) | <= %s | %s |",
                        milliseconds(found),
                        title,
                        found.over(arms.get(limit)),
                        found.rangeOver(arms.get(limit)),
                        most,
                        met(found.over(arms.get(limit)) <= most)));
    }

    private void faster(String peer, String title, String ours, double least) {
        measured(peer)
                .forEach(found -> line(
                        "| | %s | %s | Phoenix | %.1f (%s) | >= %.0f | %s |",
                        title,
                        milliseconds(found),
                        found.over(arms.get(ours)),
                        found.rangeOver(arms.get(ours)),
                        least,
                        met(found.over(arms.get(ours)) >= least)));
    }

    private void within(String what, String arm, double most) {
        measured(arm)
                .forEach(found -> line(
                        "| %s | Phoenix | %s | | | <= %.0f ms | %s |",
                        what, milliseconds(found), most, met(found.median() <= most)));
    }

    private List<Arm> measured(String arm) {
        return Stream.ofNullable(arms.get(arm)).filter(Arm::measured).toList();
    }

    private static String milliseconds(Arm arm) {
        return String.format(Locale.ROOT, arm.median() < 10 ? "%.2f ms" : "%.0f ms", arm.median());
    }

    private static String met(boolean met) {
        return met ? "yes" : "**no**";
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
