package io.phoenix.api.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.phoenix.domain.analysis.ReportStore;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.experiment.RecentExperiment;
import io.phoenix.domain.experiment.RecentExperiments;
import io.phoenix.error.PhoenixException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verdicts and ratios of the latest experiments as gauges, from what is stored, so they survive a restart. An experiment
 * leaves when twenty of its tenant are newer or when nothing happened to it for a week. Thread-safe.
 */
@Singleton
final class ResultGauges {
    private static final Logger LOG = LoggerFactory.getLogger(ResultGauges.class);
    private static final int PER_TENANT = 20;
    private static final Duration KEPT = Duration.ofDays(7);

    private final RecentExperiments recent;
    private final ExperimentStore experiments;
    private final ReportStore reports;
    private final Map<ResultGauge, MultiGauge> gauges = new EnumMap<>(ResultGauge.class);
    private Map<ExperimentRef, Known> known = Map.of();

    ResultGauges(RecentExperiments recent, ExperimentStore experiments, ReportStore reports, MeterRegistry registry) {
        this.recent = recent;
        this.experiments = experiments;
        this.reports = reports;
        for (ResultGauge gauge : ResultGauge.values()) {
            gauges.put(
                    gauge,
                    MultiGauge.builder(gauge.meter())
                            .description(gauge.description())
                            .register(registry));
        }
    }

    /** What was said of an experiment in this version. */
    private record Known(long sequence, List<GaugeValue> values) {}

    /** Reads what has changed. Without a database there are no gauges, rather than old ones. */
    synchronized void refresh(Instant now) {
        try {
            known = latest(now);
        } catch (PhoenixException e) {
            LOG.warn("there are no gauges of experiments: {}", e.getMessage());
            known = Map.of();
        }
        gauges.forEach((gauge, rows) -> rows.register(rows(gauge), true));
    }

    private Map<ExperimentRef, Known> latest(Instant now) {
        Map<ExperimentRef, Known> latest = new HashMap<>();
        for (RecentExperiment run : recent.list(PER_TENANT, now.minus(KEPT))) {
            Known before = known.get(run.ref());
            latest.put(run.ref(), before != null && before.sequence() == run.sequence() ? before : read(run));
        }
        return latest;
    }

    private Known read(RecentExperiment run) {
        ExperimentRef ref = run.ref();
        List<GaugeValue> values = experiments
                .find(ref.tenant(), ref.experiment())
                .map(experiment -> ResultValues.of(
                        run,
                        looks(experiment),
                        reports.analysis(ref.tenant(), ref.experiment()).orElse(null)))
                .orElse(List.of());
        return new Known(run.sequence(), values);
    }

    private static int looks(Experiment experiment) {
        return experiment.spec().criteria().looks();
    }

    private List<MultiGauge.Row<?>> rows(ResultGauge gauge) {
        return known.values().stream()
                .flatMap(experiment -> experiment.values().stream())
                .filter(value -> value.gauge() == gauge)
                .<MultiGauge.Row<?>>map(value -> MultiGauge.Row.of(value.tags(), value.value()))
                .toList();
    }
}
