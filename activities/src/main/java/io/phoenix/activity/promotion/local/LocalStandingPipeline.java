package io.phoenix.activity.promotion.local;

import io.phoenix.activity.promotion.StandingHealth;
import io.phoenix.activity.promotion.StandingPipeline;
import io.phoenix.collector.Applied;
import io.phoenix.collector.CollectorEndpoints;
import io.phoenix.collector.LocalCollectors;
import io.phoenix.collector.MetricsText;
import io.phoenix.collector.StandingCollector;
import io.phoenix.collector.StateDirectory;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.TransientException;
import io.phoenix.process.ManagedProcess;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Asks the standing collectors themselves: their health check, their own metrics and what they export. */
public final class LocalStandingPipeline implements StandingPipeline {
    private final LocalCollectors collectors;
    private final StateDirectory state;

    public LocalStandingPipeline(LocalCollectors collectors, StateDirectory state) {
        this.collectors = collectors;
        this.state = state;
    }

    @Override
    public void apply(String target, RenderedPipeline pipeline, long generation) {
        standing(target).apply(pipeline, generation);
    }

    @Override
    public StandingHealth health(String target) {
        StandingCollector standing = standing(target);
        Optional<ManagedProcess> process = standing.adopt().filter(ManagedProcess::isAlive);
        Optional<Applied> applied = standing.applied();
        Optional<CollectorEndpoints> endpoints = standing.endpoints();
        boolean restarted = process.isPresent() && applied.isPresent() && !isSame(applied.get(), process.get());
        return new StandingHealth(
                process.isPresent(),
                restarted,
                endpoints.filter(CollectorEndpoints::healthy).isPresent(),
                endpoints.flatMap(CollectorEndpoints::runningHash).orElse(null),
                endpoints
                        .flatMap(CollectorEndpoints::self)
                        .map(metrics -> metrics.counter("otelcol_receiver_accepted_metric_points"))
                        .orElse(0.0),
                endpoints
                        .flatMap(CollectorEndpoints::data)
                        .map(exported -> exported.samples().size())
                        .orElse(0),
                failedSince(applied, standing.failedPoints().orElse(0.0)));
    }

    @Override
    public Set<String> missingProcesses(String target, ExperimentRef ref, List<String> names) {
        Optional<CollectorEndpoints> baseline = collectors.endpoints(state.experimentPart(ref, Variants.BASELINE));
        Set<String> missing = shown(baseline, "the baseline of " + ref.title(), names);
        missing.removeAll(shown(standing(target).endpoints(), "the standing collector of " + target, names));
        return missing;
    }

    /** Processes of these names in what a collector exports, as host/name. */
    private static Set<String> shown(Optional<CollectorEndpoints> collector, String whose, List<String> names) {
        MetricsText exported = collector
                .flatMap(CollectorEndpoints::data)
                .orElseThrow(() -> new TransientException(ErrorCode.NOT_READY, whose + " exports nothing"));
        return exported.samples().stream()
                .map(MetricsText.Sample::labels)
                .filter(labels -> names.contains(labels.getOrDefault("process_executable_name", "")))
                .map(labels -> labels.getOrDefault("host_name", "") + "/" + labels.get("process_executable_name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private StandingCollector standing(String target) {
        return new StandingCollector(collectors, state, target);
    }

    private static boolean isSame(Applied applied, ManagedProcess process) {
        return applied.pid() == process.pid()
                && applied.startTime() == process.process().startTime();
    }

    /** Counters restart with the collector: a smaller value than before counts from zero. */
    private static double failedSince(Optional<Applied> applied, double failed) {
        double before = applied.map(Applied::failedPoints).orElse(0.0);
        return failed >= before ? failed - before : failed;
    }
}
