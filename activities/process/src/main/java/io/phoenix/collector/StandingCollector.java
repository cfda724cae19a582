package io.phoenix.collector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.pipeline.SourceRenderer;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.TransientException;
import io.phoenix.process.AtomicFile;
import io.phoenix.process.FileMutex;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.Pause;
import io.phoenix.process.RunDirectory;
import io.phoenix.process.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The collector that runs a target's active pipeline for good. One supervisor starts it and restarts it from the last
 * configuration that is known to work; promotions let the running process read a new one. Thread-safe.
 */
public final class StandingCollector {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TAKE_OVER = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int QUOTED_LINES = 8;

    private final LocalCollectors collectors;
    private final StateDirectory state;
    private final String target;
    private final RunDirectory directory;

    public StandingCollector(LocalCollectors collectors, StateDirectory state, String target) {
        this.collectors = collectors;
        this.state = state;
        this.target = target;
        this.directory = state.standingCollector(target);
    }

    public RunDirectory directory() {
        return directory;
    }

    /** Reserves the ports, lets Prometheus find the collector, and gives it a first configuration if it has none yet. */
    public CollectorPorts install(TenantId tenant, RenderedPipeline initial, Duration scrapeInterval) {
        CollectorPorts ports = freePorts();
        if (lastGood().read().isEmpty()) {
            lastGood().write(initial.yaml());
            lastGoodHash().write(initial.hash().value());
        }
        ScrapeTarget.Identity identity =
                new ScrapeTarget.Identity(tenant.toString(), "target-" + target, scrapeInterval);
        state.targetDiscovery(target)
                .write(List.of(
                        identity.data(SourceRenderer.STANDING, ports.data()),
                        identity.self(SourceRenderer.STANDING, ports.self())));
        return ports;
    }

    /** The process that runs or ran here. */
    public Optional<ManagedProcess> adopt() {
        return collectors.adopt(directory);
    }

    /** Starts it with the last configuration that is known to work; it must be installed and must not run. */
    public ManagedProcess start() {
        String yaml = lastGood().read().orElseThrow(() -> notInstalled());
        ConfigHash hash = lastGoodHash().read().map(ConfigHash::new).orElseThrow(() -> notInstalled());
        return collectors.start(
                new CollectorSpec("collector/" + target, hash, yaml, LocalCollectors.VARIANT_MEBIBYTES, Map.of()),
                directory);
    }

    /** Installs it, and starts it unless it runs. */
    public ManagedProcess ensure(TenantId tenant, RenderedPipeline initial, Duration scrapeInterval) {
        install(tenant, initial, scrapeInterval);
        return adopt().filter(ManagedProcess::isAlive).orElseGet(this::start);
    }

    public Optional<CollectorEndpoints> endpoints() {
        return collectors.endpoints(directory);
    }

    /** What was taken over last; empty before the first {@link #apply}. */
    public Optional<Applied> applied() {
        return appliedFile().read().map(this::parse);
    }

    /**
     * Lets the running collector take over a configuration that the validator has accepted, and waits until it reports its
     * hash. Repeatable.
     *
     * @throws io.phoenix.error.PhoenixException {@code superseded} when a later generation was applied, {@code
     *     deployment_failed} when the collector ended over it, {@code not_ready} when it does not run or does not answer
     */
    public Applied apply(RenderedPipeline pipeline, long generation) {
        try (FileMutex.Held held = new FileMutex(directory.file("apply.lock")).acquire()) {
            Optional<Applied> before = applied();
            before.filter(applied -> applied.generation() > generation).ifPresent(later -> {
                throw new FinalException(
                        ErrorCode.SUPERSEDED,
                        "target %s runs generation %d: generation %d is not applied"
                                .formatted(target, later.generation(), generation));
            });
            ManagedProcess process = running();
            if (!runs(pipeline)) {
                new AtomicFile(LocalCollectors.configFile(directory)).write(pipeline.yaml());
                process.signal(Signal.HUP);
                awaitHash(pipeline, process);
            }
            lastGood().write(pipeline.yaml());
            lastGoodHash().write(pipeline.hash().value());
            return before.filter(applied -> isSame(applied, pipeline, generation))
                    .orElseGet(() -> note(pipeline, generation, process));
        }
    }

    /** Points that it refused or failed to pass on, by its own counters; empty when it does not answer. */
    public Optional<Double> failedPoints() {
        return endpoints()
                .flatMap(CollectorEndpoints::self)
                .map(metrics -> metrics.counter("otelcol_receiver_refused_metric_points")
                        + metrics.counter("otelcol_receiver_failed_metric_points")
                        + metrics.counter("otelcol_exporter_send_failed_metric_points")
                        + metrics.counter("otelcol_exporter_enqueue_failed_metric_points"));
    }

    /** The reserved ports, or new ones when somebody has taken one of them while the collector did not run. */
    private CollectorPorts freePorts() {
        CollectorPorts reserved = CollectorPorts.reserve(collectors.ports(), directory);
        if (reserved.allFree() || adopt().filter(ManagedProcess::isAlive).isPresent()) {
            return reserved;
        }
        collectors.ports().release(directory);
        return CollectorPorts.reserve(collectors.ports(), directory);
    }

    private Applied note(RenderedPipeline pipeline, long generation, ManagedProcess process) {
        Applied applied = new Applied(
                generation,
                pipeline.hash().value(),
                process.pid(),
                process.process().startTime(),
                failedPoints().orElse(0.0));
        try {
            appliedFile().write(JSON.writeValueAsString(applied));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was applied is always JSON", e);
        }
        return applied;
    }

    private static boolean isSame(Applied applied, RenderedPipeline pipeline, long generation) {
        return applied.generation() == generation
                && applied.hash().equals(pipeline.hash().value());
    }

    private ManagedProcess running() {
        return adopt().filter(ManagedProcess::isAlive)
                .orElseThrow(() -> new TransientException(
                        ErrorCode.NOT_READY,
                        "the standing collector of target " + target + " does not run: its supervisor restarts it"));
    }

    private boolean runs(RenderedPipeline pipeline) {
        return endpoints()
                .flatMap(CollectorEndpoints::runningHash)
                .filter(pipeline.hash()::equals)
                .isPresent();
    }

    private void awaitHash(RenderedPipeline pipeline, ManagedProcess process) {
        long deadline = System.nanoTime() + TAKE_OVER.toNanos();
        while (!runs(pipeline)) {
            if (!process.isAlive()) {
                throw new FinalException(
                        ErrorCode.DEPLOYMENT_FAILED,
                        "the standing collector of target %s ended over configuration %s: %s"
                                .formatted(target, pipeline.hash(), String.join(" | ", process.tail(QUOTED_LINES))));
            }
            if (System.nanoTime() >= deadline) {
                throw new TransientException(
                        ErrorCode.NOT_READY,
                        "the standing collector of target %s does not report configuration %s after %d s"
                                .formatted(target, pipeline.hash(), TAKE_OVER.toSeconds()));
            }
            Pause.of(POLL, "the collector of " + target + " takes over");
        }
    }

    private FinalException notInstalled() {
        return new FinalException(
                ErrorCode.NOT_FOUND, "target " + target + " has no standing collector on this machine: run up");
    }

    private AtomicFile lastGood() {
        return new AtomicFile(directory.file("last-good.yaml"));
    }

    private AtomicFile lastGoodHash() {
        return new AtomicFile(directory.file("last-good.hash"));
    }

    private AtomicFile appliedFile() {
        return new AtomicFile(directory.file("applied.json"));
    }

    private Applied parse(String text) {
        try {
            return JSON.readValue(text, Applied.class);
        } catch (JsonProcessingException e) {
            throw new FinalException(
                    ErrorCode.INTERNAL, directory.file("applied.json") + " is damaged: remove it and run up again", e);
        }
    }
}
