package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.measurement.HostWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class HostEvidenceTest {
    private static final double[] BASELINE = {120, 340, 95, 410, 220, 180};
    private static final double[] CANDIDATE = {60, 190, 50, 205, 100, 99};

    private final ARun run = ARun.healthy().both(Metric.SAMPLES_PER_SECOND, t -> 10000 + t % 7, t -> 4000 + t % 5);

    /** As in {@link HostInferenceTest}: the formulas of Cochran 1977 in numpy, t quantiles of SciPy. */
    @Test
    void sixHostsOfARunSpeakOfTheFleet() {
        AnalysisResult result = analyze(windows(6));

        for (String name : List.of("active_series", "samples_per_second")) {
            MetricResult metric = ARun.metric(result, name);
            assertThat(metric.rule()).as(name).isEqualTo("HOSTS");
            assertThat(metric.ratioLower()).isEqualTo(0.4724747331606002, within(1e-13));
            assertThat(metric.ratioUpper()).isEqualTo(0.562990967407969, within(1e-13));
        }
        assertThat(result.scope()).isEqualTo("fleet");
    }

    @Test
    void threeHostsChangeNothingButTheDigest() {
        AnalysisResult without = run.analyze();
        AnalysisResult three = analyze(windows(3));

        assertThat(three.candidates()).isEqualTo(without.candidates());
        assertThat(three.scope()).isEqualTo(without.scope());
        assertThat(three.inputDigest()).isNotEqualTo(without.inputDigest());
    }

    @Test
    void theOrderOfTheWindowsDoesNotMatter() {
        List<HostWindow> shuffled = new ArrayList<>(windows(6));
        Collections.shuffle(shuffled, new java.util.Random(3));

        assertThat(totals(shuffled)).containsExactlyInAnyOrderElementsOf(totals(windows(6)));
    }

    @Test
    void aStepCountsWhereEveryVariantHasTheHost() {
        List<HostWindow> windows = changed(windows(6), "candidate", 0, "host-0", Double.NaN);

        List<HostTotals> totals = totals(changed(windows, "baseline", 0, "host-0", 1e9));

        assertThat(of(totals, "baseline").totals()).containsEntry("host-0", 120.0);
        assertThat(of(totals, "candidate").totals()).containsEntry("host-0", 60.0);
    }

    @Test
    void stepsInWhichTheBaselineAcceptedNothingDoNotCount() {
        run.steps(Metric.ACCEPTED_POINTS, "baseline", 0, 6, 0);

        List<HostTotals> totals = totals(changed(windows(6), "candidate", 0, "host-0", 1e9));

        assertThat(of(totals, "candidate").totals()).containsEntry("host-0", 60.0);
    }

    @Test
    void aHostThatIsSeldomSeenHasNoNumberAndManyOfThemLeaveThisRunAlone() {
        List<HostWindow> windows = new ArrayList<>(windows(6));
        windows.removeIf(window ->
                window.variant().equals("candidate") && window.window().index() > 7);

        AnalysisResult result = analyze(windows);

        assertThat(of(totals(windows), "candidate").totals().values()).containsOnly(Double.NaN);
        assertThat(ARun.metric(result, "active_series").rule()).isNotEqualTo("HOSTS");
        assertThat(result.scope()).isEqualTo("host");
    }

    @Test
    void oneHostThatTheCandidateNeverShowsOfTwentyIsLeftOut() {
        List<HostWindow> windows = windows(20).stream()
                .map(window -> window.variant().equals("candidate") ? without(window, "host-3") : window)
                .toList();

        MetricResult goal = ARun.metric(analyze(windows), "active_series");

        assertThat(of(totals(windows), "baseline").totals()).containsEntry("host-3", Double.NaN);
        assertThat(goal.rule()).isEqualTo("HOSTS");
        assertThat(goal.degreesOfFreedom()).isEqualTo(18);
    }

    @Test
    void windowsThatWereNotPlannedAreNotLookedAt() {
        List<HostWindow> windows = new ArrayList<>(windows(6));
        Window last = windows.getLast().window();
        Window later = new Window(99, 0, last.end(), last.end().plus(ARun.STEP.multipliedBy(6)), ARun.STEP);
        windows.add(window(later, "candidate", 6, host -> 1e9));

        assertThat(totals(windows)).isEqualTo(totals(windows(6)));
    }

    @Test
    void withoutAnIntervalThereAreNoRates() {
        assertThat(totals(windows(6))).extracting(HostTotals::metric).contains(Metric.SAMPLES_PER_SECOND);

        run.interval(null);

        assertThat(totals(windows(6))).extracting(HostTotals::metric).containsOnly(Metric.ACTIVE_SERIES);
    }

    @Test
    void onlyTheActiveSeriesOfAHostCount() {
        List<HostWindow> windows = new ArrayList<>(windows(6));
        for (HostWindow window : windows(6)) {
            windows.add(other(window, Metric.COLLECTOR_CPU));
        }

        assertThat(totals(windows)).isEqualTo(totals(windows(6)));
    }

    @Test
    void theMeanIsOverAllStepsOfAllWindows() {
        List<HostWindow> windows = changed(windows(6), "candidate", 0, "host-0", 660);

        assertThat(of(totals(windows), "candidate").totals()).containsEntry("host-0", 60 + 600.0 / 60);
    }

    @Test
    void aRateIsACountOverTheIntervalOfTheInput() {
        run.interval(Duration.ofSeconds(4));

        HostTotals rates = totals(windows(6)).stream()
                .filter(found -> found.metric() == Metric.SAMPLES_PER_SECOND
                        && found.variant().equals("baseline"))
                .findFirst()
                .orElseThrow();

        assertThat(rates.totals()).containsEntry("host-0", 30.0).containsEntry("host-1", 85.0);
    }

    @Test
    void nineOfTenStepsAreEnoughForANumber() {
        List<HostWindow> enough = windows(6);
        enough.removeIf(window -> window.window().index() == 4);
        List<HostWindow> tooFew = changed(enough, "baseline", 5, "host-0", Double.NaN);

        assertThat(of(totals(enough), "baseline").totals()).containsEntry("host-0", 120.0);
        assertThat(of(totals(tooFew), "baseline").totals())
                .containsEntry("host-0", Double.NaN)
                .containsEntry("host-1", 340.0);
    }

    /** The same hosts with other numbers. */
    private static HostWindow other(HostWindow window, Metric metric) {
        SortedMap<String, List<Double>> samples = new TreeMap<>(window.hosts());
        samples.replaceAll((host, values) -> Collections.nCopies(values.size(), 7.0));
        return new HostWindow(window.window(), metric, window.variant(), samples);
    }

    private AnalysisResult analyze(List<HostWindow> windows) {
        AnalysisInput input = run.input();
        return AnalysisEngine.analyze(new AnalysisInput(
                input.plan(), input.candidates(), input.grid(), input.measured(), input.findings(), totals(windows)));
    }

    private List<HostTotals> totals(List<HostWindow> windows) {
        AnalysisInput input = run.input();
        return HostEvidence.of(input.plan(), input.grid(), input.measured(), windows);
    }

    private static HostTotals of(List<HostTotals> totals, String variant) {
        return totals.stream()
                .filter(found -> found.metric() == Metric.ACTIVE_SERIES
                        && found.variant().equals(variant))
                .findFirst()
                .orElseThrow();
    }

    private List<HostWindow> windows(int hosts) {
        List<HostWindow> windows = new ArrayList<>();
        for (Window window : run.windows()) {
            windows.add(window(window, "baseline", hosts, host -> BASELINE[host % BASELINE.length]));
            windows.add(window(window, "candidate", hosts, host -> CANDIDATE[host % CANDIDATE.length]));
        }
        return windows;
    }

    private static HostWindow window(Window window, String variant, int hosts, ToDoubleFunction<Integer> value) {
        SortedMap<String, List<Double>> samples = new TreeMap<>();
        for (int host = 0; host < hosts; host++) {
            samples.put("host-" + host, Collections.nCopies(window.points(), value.applyAsDouble(host)));
        }
        return new HostWindow(window, Metric.ACTIVE_SERIES, variant, samples);
    }

    /** Another value at the first point of one host in one window. */
    private static List<HostWindow> changed(
            List<HostWindow> windows, String variant, int index, String host, double value) {
        return windows.stream()
                .map(window -> {
                    if (!window.variant().equals(variant) || window.window().index() != index) {
                        return window;
                    }
                    SortedMap<String, List<Double>> samples = new TreeMap<>(window.hosts());
                    List<Double> other = new ArrayList<>(samples.get(host));
                    other.set(0, value);
                    samples.put(host, other);
                    return new HostWindow(window.window(), window.metric(), variant, samples);
                })
                .toList();
    }

    private static HostWindow without(HostWindow window, String host) {
        SortedMap<String, List<Double>> samples = new TreeMap<>(window.hosts());
        samples.remove(host);
        return new HostWindow(window.window(), window.metric(), window.variant(), samples);
    }
}
