package io.phoenix.activity.deployment.local;

import io.phoenix.activity.deployment.CollectorFleet;
import io.phoenix.activity.deployment.Readiness;
import io.phoenix.collector.CollectorEndpoints;
import io.phoenix.collector.CollectorPorts;
import io.phoenix.collector.CollectorSpec;
import io.phoenix.collector.LocalCollectors;
import io.phoenix.collector.RemovalFence;
import io.phoenix.collector.ScrapeTarget;
import io.phoenix.collector.StateDirectory;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.Environment;
import io.phoenix.domain.pipeline.PipelineStore;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.pipeline.SourceRenderer;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.RunDirectory;
import io.phoenix.workflow.experiment.DeployRequest;
import io.phoenix.workflow.experiment.DeployedCollectors;
import io.phoenix.workflow.experiment.ReadinessRequest;
import io.phoenix.workflow.experiment.RenderedVariants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs each collector of an experiment as a child process that nobody restarts. */
public final class LocalCollectorFleet implements CollectorFleet {
    private static final String SOURCE = "source";
    private static final int QUOTED_LINES = 8;
    // As the source's memory limiter: a queue per leg and the process itself.
    private static final int SOURCE_MEBIBYTES = 250;
    private static final int LEG_MEBIBYTES = 150;

    private final LocalCollectors collectors;
    private final StateDirectory state;
    private final PipelineStore pipelines;

    public LocalCollectorFleet(LocalCollectors collectors, StateDirectory state, PipelineStore pipelines) {
        this.collectors = collectors;
        this.state = state;
        this.pipelines = pipelines;
    }

    @Override
    public DeployedCollectors deploy(DeployRequest request) {
        return fence(request.ref()).start(() -> deployed(request));
    }

    private DeployedCollectors deployed(DeployRequest request) {
        ExperimentRef ref = request.ref();
        CollectorPorts standing = standingPorts(request.target());
        SortedMap<String, CollectorPorts> ports = new TreeMap<>();
        request.rendered().variants().forEach((variant, hash) -> {
            start(ref, variantSpec(ref, variant, hash));
            ports.put(variant, ports(ref, variant));
        });
        start(ref, sourceSpec(ref, request.rendered().source(), legs(ports, standing)));
        CollectorPorts source = ports(ref, SOURCE);
        state.experimentDiscovery(ref).write(scrapeTargets(request, ports, source));

        SortedMap<String, String> endpoints = new TreeMap<>();
        ports.forEach((variant, found) -> endpoints.put(variant, found.endpoint()));
        return new DeployedCollectors(source.endpoint(), endpoints);
    }

    @Override
    public Readiness readiness(ReadinessRequest request) {
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, ConfigHash> part : parts(request.rendered()).entrySet()) {
            RunDirectory directory = state.experimentPart(request.ref(), part.getKey());
            ManagedProcess process = collectors.adopt(directory).orElse(null);
            if (process == null || !process.isAlive()) {
                return new Readiness.Dead(
                        dead(part.getKey(), process == null ? List.of() : process.tail(QUOTED_LINES)));
            }
            String lack = lack(directory, part.getValue());
            if (!lack.isEmpty()) {
                missing.add(part.getKey() + " " + lack);
            }
        }
        return missing.isEmpty() ? new Readiness.Ready() : new Readiness.Waiting(String.join("; ", missing));
    }

    @Override
    public Map<String, Double> acceptedPoints(ReadinessRequest request) {
        Map<String, Double> accepted = new TreeMap<>();
        request.rendered()
                .variants()
                .keySet()
                .forEach(variant -> collectors
                        .endpoints(state.experimentPart(request.ref(), variant))
                        .flatMap(CollectorEndpoints::self)
                        .ifPresent(metrics ->
                                accepted.put(variant, metrics.counter("otelcol_receiver_accepted_metric_points"))));
        return accepted;
    }

    @Override
    public void remove(ExperimentRef ref) {
        fence(ref).remove(() -> {
            // First, so that Prometheus does not report as down what is being stopped.
            state.experimentDiscovery(ref).delete();
            new ExperimentRemoval(collectors, state, ref).run();
        });
    }

    private RemovalFence fence(ExperimentRef ref) {
        return state.removalFence(ref, "collectors");
    }

    private CollectorSpec variantSpec(ExperimentRef ref, String variant, ConfigHash hash) {
        return new CollectorSpec(
                variant, hash, text(ref, hash).yaml(), LocalCollectors.VARIANT_MEBIBYTES, variables(ref));
    }

    private CollectorSpec sourceSpec(ExperimentRef ref, ConfigHash hash, Map<String, String> legs) {
        Map<String, String> variables = new TreeMap<>(variables(ref));
        variables.putAll(legs);
        variables.put(Environment.HOST_NAME, HostName.here());
        int mebibytes = SOURCE_MEBIBYTES + LEG_MEBIBYTES * legs.size();
        return new CollectorSpec(SOURCE, hash, text(ref, hash).yaml(), mebibytes, variables);
    }

    private static Map<String, String> variables(ExperimentRef ref) {
        return Map.of("PHOENIX_EXPERIMENT", ref.experiment().toString());
    }

    private void start(ExperimentRef ref, CollectorSpec spec) {
        RunDirectory directory = state.experimentPart(ref, spec.name());
        ManagedProcess process = collectors.adopt(directory).orElse(null);
        if (process == null) {
            collectors.start(spec, directory);
            return;
        }
        if (!collectors.matches(process, spec, directory)) {
            throw new FinalException(
                    ErrorCode.FOREIGN_OBJECT,
                    "%s holds process %s (pid %d) of another configuration: it was left alone"
                            .formatted(directory.path(), process.process().name(), process.pid()));
        }
        if (!process.isAlive()) {
            throw new FinalException(ErrorCode.DEPLOYMENT_FAILED, dead(spec.name(), process.tail(QUOTED_LINES)));
        }
    }

    private RenderedPipeline text(ExperimentRef ref, ConfigHash hash) {
        return pipelines
                .find(ref.tenant(), hash)
                .orElseThrow(() -> new FinalException(
                        ErrorCode.NOT_FOUND, "configuration " + hash + " of " + ref.title() + " is not stored"));
    }

    private String lack(RunDirectory directory, ConfigHash hash) {
        CollectorEndpoints endpoints = collectors.endpoints(directory).orElse(null);
        if (endpoints == null || !endpoints.healthy()) {
            return "is not healthy";
        }
        return endpoints
                .runningHash()
                .map(running -> running.equals(hash) ? "" : "runs configuration " + running + " instead of " + hash)
                .orElse("does not report its configuration");
    }

    private static String dead(String part, List<String> tail) {
        return "collector %s has ended: %s"
                .formatted(part, tail.isEmpty() ? "it left no log" : String.join(" | ", tail));
    }

    private CollectorPorts ports(ExperimentRef ref, String part) {
        return CollectorPorts.reserve(collectors.ports(), state.experimentPart(ref, part));
    }

    private CollectorPorts standingPorts(String target) {
        return CollectorPorts.find(collectors.ports(), state.standingCollector(target))
                .orElseThrow(() -> new FinalException(
                        ErrorCode.DEPLOYMENT_FAILED,
                        "target " + target + " has no standing collector on this machine: run up"));
    }

    private static Map<String, String> legs(Map<String, CollectorPorts> variants, CollectorPorts standing) {
        Map<String, String> legs = new TreeMap<>();
        variants.forEach((variant, ports) -> legs.put(Environment.legPort(variant), Integer.toString(ports.otlp())));
        legs.put(Environment.legPort(SourceRenderer.STANDING), Integer.toString(standing.otlp()));
        return legs;
    }

    private static List<ScrapeTarget> scrapeTargets(
            DeployRequest request, Map<String, CollectorPorts> variants, CollectorPorts source) {
        ScrapeTarget.Identity identity = new ScrapeTarget.Identity(
                request.ref().tenant().toString(),
                request.ref().experiment().toString(),
                request.input().interval());
        List<ScrapeTarget> targets = new ArrayList<>();
        variants.forEach((variant, ports) -> {
            targets.add(identity.data(variant, ports.data()));
            targets.add(identity.self(variant, ports.self()));
        });
        targets.add(identity.source(source.self()));
        return targets;
    }

    private static SortedMap<String, ConfigHash> parts(RenderedVariants rendered) {
        SortedMap<String, ConfigHash> parts = new TreeMap<>(rendered.variants());
        parts.put(SOURCE, rendered.source());
        return parts;
    }
}
