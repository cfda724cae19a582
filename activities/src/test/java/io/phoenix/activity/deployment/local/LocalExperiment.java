package io.phoenix.activity.deployment.local;

import io.phoenix.activity.pipeline.PipelineActivitiesImpl;
import io.phoenix.activity.pipeline.local.ProgramPipelineValidator;
import io.phoenix.collector.LocalCollectors;
import io.phoenix.collector.LocalConfig;
import io.phoenix.collector.StandingCollector;
import io.phoenix.collector.StateDirectory;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Input;
import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.pipeline.PipelineRenderer;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.process.ManagedProcess;
import io.phoenix.workflow.experiment.DeployRequest;
import io.phoenix.workflow.experiment.LoadRequest;
import io.phoenix.workflow.experiment.ReadinessRequest;
import io.phoenix.workflow.experiment.RenderRequest;
import io.phoenix.workflow.experiment.RenderedVariants;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** An installation in a temporary directory with the target {@code demo} and one experiment, on the real programs. */
public final class LocalExperiment {
    public static final String TARGET = "demo";
    public static final Duration INTERVAL = Duration.ofMillis(500);
    public static final PipelineRef BASELINE = new PipelineRef("process-baseline-v1", Map.of());
    public static final PipelineRef CANDIDATE = new PipelineRef(
            "process-priority-filter-v1",
            Map.of("criticalNames", List.of("postgres", "nginx"), "highNames", List.of("java")));

    private static final Input.Simulation SIMULATION = new Input.Simulation("realistic", 2, 30, INTERVAL, 42);

    public final LocalConfig config;
    public final StateDirectory state;
    public final MemoryPipelineStore pipelines = new MemoryPipelineStore();
    public final ExperimentRef ref =
            new ExperimentRef(TenantId.DEFAULT, new ExperimentId(UUID.randomUUID()), "local", 1);
    private final Input input;
    private final PipelineRenderer renderer = new PipelineRenderer(PipelineCatalog.shipped());

    public LocalExperiment(Path state) {
        this(state, new Input(SIMULATION, null));
    }

    public LocalExperiment(Path state, Input input) {
        this.input = input;
        this.config = new LocalConfig(
                "test-" + ref.experiment().tail(),
                state,
                DevelopmentTools.collector(),
                DevelopmentTools.validator(),
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        this.state = new StateDirectory(state);
    }

    /** A new one each time: what one has started the next must find. */
    public LocalCollectors collectors() {
        return new LocalCollectors(config, Clock.systemUTC());
    }

    public LocalCollectorFleet fleet() {
        return new LocalCollectorFleet(collectors(), state, pipelines);
    }

    public StandingCollector standing() {
        return new StandingCollector(collectors(), state, TARGET);
    }

    public RenderedPipeline render(PipelineRef pipeline) {
        RenderedPipeline rendered = renderer.render(pipeline, INTERVAL);
        pipelines.put(ref.tenant(), rendered);
        return rendered;
    }

    public ManagedProcess ensureStanding() {
        return standing().ensure(ref.tenant(), render(BASELINE), INTERVAL);
    }

    public RenderedVariants renderAll() {
        return new PipelineActivitiesImpl(renderer, new ProgramPipelineValidator(config.validator()), pipelines)
                .renderPipelines(new RenderRequest(
                        ref, new TreeMap<>(Map.of("baseline", BASELINE, "candidate", CANDIDATE)), input));
    }

    public DeployRequest deployRequest(RenderedVariants rendered) {
        return new DeployRequest(ref, TARGET, rendered, input);
    }

    public ReadinessRequest readinessRequest(RenderedVariants rendered) {
        return new ReadinessRequest(ref, TARGET, rendered);
    }

    public LoadRequest loadRequest(String endpoint) {
        return new LoadRequest(ref, SIMULATION, INTERVAL, endpoint);
    }

    /** The collector of a part of the experiment. */
    public ManagedProcess process(String part) {
        return collectors().adopt(state.experimentPart(ref, part)).orElseThrow();
    }
}
