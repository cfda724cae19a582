package io.phoenix.activity.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.phoenix.activity.deployment.local.LocalExperiment;
import io.phoenix.activity.deployment.local.Waiting;
import io.phoenix.activity.simulation.local.LocalLoadGenerator;
import io.phoenix.domain.measurement.HostWindow;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.Signal;
import io.phoenix.workflow.experiment.RenderedVariants;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowMeasurementIT {
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final int POINTS = 4;
    private static final List<String> VARIANTS = List.of("baseline", "candidate");
    private static final List<String> EVERY_COLLECTOR = List.of("baseline", "candidate", "source");

    @TempDir
    Path state;

    private LocalExperiment experiment;
    private LocalLoadGenerator load;
    private ManagedProcess standing;
    private PrometheusProcess prometheus;

    @BeforeEach
    void startLoad() throws IOException {
        experiment = new LocalExperiment(state);
        prometheus = PrometheusProcess.start(state.resolve("prometheus"), state.resolve("discovery"));
        load = new LocalLoadGenerator(experiment.config, Clock.systemUTC());
        standing = experiment.ensureStanding();
        RenderedVariants rendered = experiment.renderAll();
        load.start(experiment.loadRequest(
                experiment.fleet().deploy(experiment.deployRequest(rendered)).inputEndpoint()));
        Waiting.until(() -> prometheus
                        .source()
                        .instant("process_cpu_time_seconds_total{phoenix_variant=\"candidate\"}", Instant.now())
                        .size()
                > 0);
    }

    @AfterEach
    void stopEverything() {
        load.stop(experiment.ref);
        experiment.fleet().remove(experiment.ref);
        standing.stop(Duration.ofSeconds(5));
        prometheus.close();
    }

    @Test
    void measuresTheSameInputAndWhatEveryVariantMakesOfIt() {
        List<MeasuredWindow> measured = measureUndisturbed();

        assertThat(measured)
                .allSatisfy(window -> assertThat(window.quality())
                        .as(window.metric() + " of " + window.variant())
                        .isEqualTo(Quality.COMPLETE));
        assertThat(mean(measured, Metric.ACTIVE_SERIES, "baseline"))
                .isGreaterThan(1.2 * mean(measured, Metric.ACTIVE_SERIES, "candidate"));
        assertThat(mean(measured, Metric.ACTIVE_SERIES, "candidate")).isPositive();
        assertThat(mean(measured, Metric.BYTES_PER_SECOND, "candidate")).isPositive();
        double accepted = sum(measured, Metric.ACCEPTED_POINTS, "baseline");
        double oneInterval = accepted * LocalExperiment.INTERVAL.toMillis() / (POINTS * STEP.toMillis());
        assertThat(accepted).isPositive();
        assertThat(sum(measured, Metric.ACCEPTED_POINTS, "candidate")).isCloseTo(accepted, within(1.5 * oneInterval));
        for (String variant : VARIANTS) {
            assertThat(mean(measured, Metric.COLLECTOR_CPU, variant)).isBetween(0.0001, 2.0);
            assertThat(mean(measured, Metric.COLLECTOR_MEMORY, variant)).isBetween(1e7, 1e9);
            assertThat(values(measured, Metric.DROPPED_POINTS, variant)).containsOnly(0);
            assertThat(values(measured, Metric.CRITICAL_PROCESSES, variant)).contains(4);
        }
        for (String collector : EVERY_COLLECTOR) {
            assertThat(values(measured, Metric.UP, collector)).containsOnly(1);
        }
        assertThatTheHostsAddUp(measured);
    }

    private void assertThatTheHostsAddUp(List<MeasuredWindow> measured) {
        List<HostWindow> byHost = new HostMeasurement(prometheus.source())
                .measure(scope(), measured.getFirst().window(), VARIANTS);

        assertThat(byHost).extracting(HostWindow::variant).containsExactlyElementsOf(VARIANTS);
        for (HostWindow hosts : byHost) {
            assertThat(hosts.hosts()).hasSizeGreaterThan(1);
            double[] sums = new double[POINTS];
            hosts.hosts().values().forEach(samples -> Arrays.setAll(sums, t -> sums[t] + samples.get(t)));
            assertThat(sums).containsExactly(values(measured, Metric.ACTIVE_SERIES, hosts.variant()));
        }
    }

    @Test
    void aKilledCandidateIsDownAndEverythingElseOfItIsMissing() {
        kill("candidate");

        List<MeasuredWindow> measured = measureFromNow();

        MeasuredWindow up = find(measured, Metric.UP, "candidate");
        assertThat(up.quality()).isEqualTo(Quality.DOWN);
        assertThat(up.values()).containsOnly(0);
        assertThat(measured)
                .filteredOn(window -> window.variant().equals("candidate"))
                // The source goes on telling how its leg to the candidate fares.
                .filteredOn(window -> window.metric() != Metric.UP && window.metric() != Metric.SEND_FAILURES)
                .hasSizeGreaterThan(8)
                .allSatisfy(window -> {
                    assertThat(window.quality())
                            .as(window.metric().metricName())
                            .isEqualTo(Quality.MISSING);
                    assertThat(window.values()).containsOnly(Double.NaN);
                });
        assertThat(values(measured, Metric.ACTIVE_SERIES, "baseline"))
                .isNotEmpty()
                .doesNotContain(0, Double.NaN);
    }

    @Test
    void whatOnlyADeadSourceCouldTellIsMissingAndNotZero() {
        kill("source");

        List<MeasuredWindow> measured = measureFromNow();

        assertThat(values(measured, Metric.UP, "source")).containsOnly(0);
        assertThat(values(measured, Metric.UP, "baseline")).containsOnly(1);
        assertThat(values(measured, Metric.SEND_FAILURES, "baseline")).containsOnly(Double.NaN);
        assertThat(values(measured, Metric.DROPPED_POINTS, "baseline")).containsOnly(Double.NaN);
        assertThat(values(measured, Metric.REFUSED_POINTS, "baseline")).containsOnly(0);
    }

    private void kill(String part) {
        ManagedProcess process = experiment.process(part);
        process.signal(Signal.KILL);
        process.awaitExit(Duration.ofSeconds(5));
    }

    /** The third window at the latest, since a scrape on a busy machine may come too late. */
    private List<MeasuredWindow> measureUndisturbed() {
        List<MeasuredWindow> measured = measureFromNow();
        for (int more = 0; more < 2 && !undisturbed(measured); more++) {
            measured = measureFromNow();
        }
        return measured;
    }

    private static boolean undisturbed(List<MeasuredWindow> measured) {
        return measured.stream().allMatch(window -> window.quality() == Quality.COMPLETE)
                && EVERY_COLLECTOR.stream()
                        .flatMapToDouble(collector -> Arrays.stream(values(measured, Metric.UP, collector)))
                        .allMatch(up -> up == 1);
    }

    /** Leaves out two steps, so that every range of the window lies behind whatever has just happened. */
    private List<MeasuredWindow> measureFromNow() {
        long step = STEP.toMillis();
        Instant start = Instant.ofEpochMilli((System.currentTimeMillis() / step + 2) * step);
        Window window = new Window(0, 0, start, start.plus(STEP.multipliedBy(POINTS)), STEP);
        Instant settled = window.end().plusSeconds(1);
        Waiting.until(() -> Instant.now().isAfter(settled));
        return new WindowMeasurement(prometheus.source()).measure(scope(), window, VARIANTS, () -> {});
    }

    private MeasurementScope scope() {
        return new MeasurementScope(experiment.ref, LocalExperiment.INTERVAL, STEP, List.of("postgres", "nginx"));
    }

    private static double mean(List<MeasuredWindow> measured, Metric metric, String variant) {
        return Arrays.stream(values(measured, metric, variant)).average().orElseThrow();
    }

    private static double sum(List<MeasuredWindow> measured, Metric metric, String variant) {
        return Arrays.stream(values(measured, metric, variant)).sum();
    }

    private static double[] values(List<MeasuredWindow> measured, Metric metric, String variant) {
        return find(measured, metric, variant).values();
    }

    private static MeasuredWindow find(List<MeasuredWindow> measured, Metric metric, String variant) {
        return measured.stream()
                .filter(window -> window.metric() == metric && window.variant().equals(variant))
                .findFirst()
                .orElseThrow();
    }
}
