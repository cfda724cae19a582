package io.phoenix.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.activity.analysis.AnalysisEngine;
import io.phoenix.activity.analysis.AnalysisInput;
import io.phoenix.activity.analysis.AnalysisInput.Candidate;
import io.phoenix.activity.analysis.AnalysisInput.Evidence;
import io.phoenix.activity.analysis.AnalysisInput.Plan;
import io.phoenix.activity.analysis.Grid;
import io.phoenix.activity.analysis.HostEvidence;
import io.phoenix.activity.analysis.file.EmbeddedData;
import io.phoenix.client.Json;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.ExperimentSpecReader;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.SpecText;
import io.phoenix.domain.measurement.HostWindow;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReportDataTest {
    private static final Instant START = Instant.parse("2026-11-01T09:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final int POINTS = 12;

    private static final ExperimentSpec SPEC = new ExperimentSpecReader(
                    PipelineCatalog.shipped(), Set.of("grafana-cloud"))
            .read(SpecText.parse("""
                            name: looked-at
                            target: demo
                            variants:
                              baseline: {template: process-baseline-v1}
                              candidate: {template: process-priority-filter-v1, parameters: {criticalNames: [postgres]}}
                            input: {simulation: {profile: realistic, hosts: 3, processesPerHost: 100, interval: 1s, seed: 42}}
                            timing: {warmUp: 10s, duration: 2m, memory: 5s, step: 2s, maximumDuration: 4m}
                            criteria: {goals: [{metric: active_series, minimumSaving: 0.2}], guardrails: [], looks: 2}
                            """).orThrow(ErrorCode.INVALID_SPEC))
            .orThrow(ErrorCode.INVALID_SPEC);

    private final ReportData data = new ReportData(PipelineCatalog.shipped());

    @Test
    void holdsWhatTheLookHasSeenWhileTheRunGoesOn() {
        AnalysisResult look = AnalysisEngine.analyze(input(5, List.of(0.5)));

        assertThat(recomputed(look, 5)).isEqualTo(look);
        assertThat(recomputed(look, 7)).isEqualTo(look);
        assertThat(tree(look, 7).get("windows"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(5);
    }

    @Test
    void holdsAllThatWasMeasuredWhenNoPartOfItIsWhatWasAnalysed() {
        AnalysisResult other = AnalysisEngine.analyze(input(10, List.of(0.5, 1.0)));

        assertThat(tree(other, 7).get("windows"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(7);
        assertThat(data.of(experiment(), other, List.of(), List.of())).isNull();
    }

    @Test
    void looksAtTheWindowsOfTheAnalysisAloneWhenItsDigestIsOfAnotherVersion() {
        AnalysisResult look = AnalysisEngine.analyze(input(5, List.of(0.5)));
        AnalysisResult other = new AnalysisResult(
                look.schema(),
                look.verdict(),
                look.reasons(),
                look.scope(),
                look.candidates(),
                look.parity(),
                look.plan(),
                "sha256:of another version");
        Counted measured = new Counted(windows(100));

        assertThat(data.of(experiment(), other, measured, hosts(100))).isNotNull();

        assertThat(measured.read.get()).isLessThan(20 * measured.size());
    }

    /** Counts what is read of it. */
    private static final class Counted extends AbstractList<MeasuredWindow> {
        private final List<MeasuredWindow> windows;
        private final AtomicInteger read = new AtomicInteger();

        private Counted(List<MeasuredWindow> windows) {
            this.windows = windows;
        }

        @Override
        public MeasuredWindow get(int index) {
            read.incrementAndGet();
            return windows.get(index);
        }

        @Override
        public int size() {
            return windows.size();
        }
    }

    private AnalysisResult recomputed(AnalysisResult analysis, int measured) {
        return AnalysisEngine.analyze(
                EmbeddedData.read(tree(analysis, measured), SPEC.criteria()).orElseThrow());
    }

    /** As a reader of the report gets it. */
    private Map<?, ?> tree(AnalysisResult analysis, int measured) {
        return Json.read(
                Json.write(data.of(experiment(), analysis, shuffled(windows(measured)), hosts(measured))), Map.class);
    }

    private static List<MeasuredWindow> shuffled(List<MeasuredWindow> windows) {
        List<MeasuredWindow> shuffled = new ArrayList<>(windows);
        Collections.shuffle(shuffled, new Random(1));
        return shuffled;
    }

    private static Experiment experiment() {
        ExperimentRef ref = new ExperimentRef(
                TenantId.DEFAULT, ExperimentId.of("018f0000-0000-7000-8000-0123456789ab"), "looked-at", 1);
        ExperimentHead head = new ExperimentHead(Phase.RUNNING, false, 1, null, null, null, null, null, "looked");
        return new Experiment(ref, SPEC, head, 9, 1, "olga", START, START, null, "run-1");
    }

    private static AnalysisInput input(int windows, List<Double> information) {
        Plan plan = new Plan(
                SPEC.criteria(), STEP, SPEC.timing().memory(), SPEC.intervalOn(STEP), Evidence.REQUIRED, information);
        List<MeasuredWindow> measured = windows(windows);
        Grid grid = Grid.ofMeasured(measured);
        double declared = PipelineCatalog.shipped()
                .find("process-priority-filter-v1")
                .orElseThrow()
                .declaredReduction()
                .high();
        return new AnalysisInput(
                plan,
                List.of(new Candidate("candidate", declared)),
                grid,
                measured,
                List.of(),
                HostEvidence.of(plan, grid, measured, hosts(windows)));
    }

    private static List<MeasuredWindow> windows(int count) {
        List<MeasuredWindow> measured = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (String variant : List.of("source", "baseline", "candidate")) {
                measured.add(measured(i, Metric.UP, variant, 1, 0));
                measured.add(measured(i, Metric.ACCEPTED_POINTS, variant, 7200, 0));
            }
            measured.add(measured(i, Metric.ACTIVE_SERIES, "baseline", 10_000, 50));
            measured.add(measured(i, Metric.ACTIVE_SERIES, "candidate", 4_000, 50));
        }
        return measured;
    }

    private static MeasuredWindow measured(int index, Metric metric, String variant, double level, int noise) {
        Random random = new Random(index * 31L + variant.hashCode());
        double[] values = new double[POINTS];
        Arrays.setAll(values, t -> level + (noise == 0 ? 0 : random.nextInt(noise)));
        return new MeasuredWindow(window(index), metric, variant, Quality.COMPLETE, values, 0);
    }

    private static Window window(int index) {
        Instant start = START.plus(STEP.multipliedBy((long) POINTS * index));
        return new Window(index, 0, start, start.plus(STEP.multipliedBy(POINTS)), STEP);
    }

    /** A sixth host appears late, when the first look is over. */
    private static List<HostWindow> hosts(int windows) {
        List<HostWindow> hosts = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            for (String variant : List.of("baseline", "candidate")) {
                TreeMap<String, List<Double>> byHost = new TreeMap<>();
                for (int h = 0; h < (i < 5 ? 5 : 6); h++) {
                    double level = (variant.equals("baseline") ? 2000 : 800) + 10.0 * h;
                    byHost.put("host-" + h, Collections.nCopies(POINTS, level));
                }
                hosts.add(new HostWindow(window(i), Metric.ACTIVE_SERIES, variant, byHost));
            }
        }
        return hosts;
    }
}
