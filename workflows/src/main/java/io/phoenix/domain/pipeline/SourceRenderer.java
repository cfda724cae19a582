package io.phoenix.domain.pipeline;

import static io.phoenix.domain.pipeline.CollectorConfig.block;

import io.phoenix.domain.experiment.Input;
import io.phoenix.domain.shape.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Renders the source collector: one input, one leg per variant. Deterministic and thread-safe.
 *
 * <p>Each leg is a pipeline of its own behind a forward connector and an asynchronous hand-over, so a full queue of one
 * leg fails neither the others nor the sender.
 */
public final class SourceRenderer {
    /** The template of the references that this renders. */
    public static final String TEMPLATE = "phoenix-source-v1";

    /** The leg that feeds the target's standing collector. */
    public static final String STANDING = "standing";

    private static final String MEMORY_LIMITER = "memory_limiter";
    private static final String HAND_OVER = "batch/hand_over";
    private static final String HOST = "resource/host";

    // A full queue holds 200,000 points of 0.7 kB; the process itself needs about 60 MB.
    private static final int QUEUE_ITEMS = 200_000;
    private static final int BASE_MEBIBYTES = 200;
    private static final int LEG_MEBIBYTES = 150;

    private final Input input;
    private final List<String> legs;

    private SourceRenderer(Input input, List<String> legs) {
        this.input = input;
        this.legs = List.copyOf(legs);
    }

    /**
     * @param legs names of variants (and {@link #STANDING}), in any order but always the same for the same hash
     */
    public static RenderedPipeline render(Input input, List<String> legs) {
        if (legs.isEmpty() || new HashSet<>(legs).size() != legs.size()) {
            throw new IllegalArgumentException("legs are " + legs + ", expected at least one, each once");
        }
        return new SourceRenderer(input, legs).render();
    }

    private RenderedPipeline render() {
        Map<String, Object> components =
                block("receivers", receivers(), "connectors", connectors(), "processors", processors());
        components.put("exporters", exporters());
        return new CollectorConfig("phoenix-source", components, pipelines()).render(ref());
    }

    private PipelineRef ref() {
        Map<String, Object> parameters = block("input", receiver(), "legs", legs);
        if (input.host() != null) {
            parameters.put("interval", DurationText.format(input.interval()));
        }
        return new PipelineRef(TEMPLATE, parameters);
    }

    private String receiver() {
        return input.host() != null ? "host_metrics" : "otlp";
    }

    private Map<String, Object> receivers() {
        Input.Host host = input.host();
        return host == null
                ? block("otlp", CollectorConfig.otlpReceiver())
                : block("host_metrics", hostMetrics(host.interval()));
    }

    /** Twelve series per process; processes that end during a scrape or belong to others are no errors. */
    private static Map<String, Object> hostMetrics(Duration interval) {
        Map<String, Object> metrics = block();
        for (String metric : List.of("process.cpu.utilization", "process.threads", "process.open_file_descriptors")) {
            metrics.put(metric, block("enabled", true));
        }
        return block(
                "collection_interval",
                DurationText.format(interval),
                "scrapers",
                block("process", block("mute_process_all_errors", true, "metrics", metrics)));
    }

    private Map<String, Object> connectors() {
        Map<String, Object> connectors = block();
        legs.forEach(leg -> connectors.put(forward(leg), block()));
        return connectors;
    }

    private Map<String, Object> processors() {
        Map<String, Object> processors =
                block(MEMORY_LIMITER, CollectorConfig.memoryLimiter(BASE_MEBIBYTES + LEG_MEBIBYTES * legs.size()));
        if (input.host() != null) {
            Map<String, Object> hostName =
                    block("key", "host.name", "value", Expandable.env(Environment.HOST_NAME), "action", "upsert");
            processors.put(HOST, block("attributes", List.of(hostName)));
        }
        processors.put(HAND_OVER, block("timeout", "0s"));
        return processors;
    }

    private Map<String, Object> exporters() {
        Map<String, Object> exporters = block();
        legs.forEach(leg -> exporters.put(exporter(leg), otlpExporter(leg)));
        return exporters;
    }

    private static Map<String, Object> otlpExporter(String leg) {
        Map<String, Object> queue = block(
                "enabled",
                true,
                "sizer",
                "items",
                "queue_size",
                QUEUE_ITEMS,
                "num_consumers",
                1,
                "block_on_overflow",
                false);
        Map<String, Object> retry =
                block("enabled", true, "initial_interval", "500ms", "max_interval", "2s", "max_elapsed_time", "20s");
        Map<String, Object> exporter = block(
                "endpoint",
                Expandable.loopback(Environment.legPort(leg)),
                "tls",
                block("insecure", true),
                "compression",
                "none",
                "timeout",
                "5s");
        exporter.put("sending_queue", queue);
        exporter.put("retry_on_failure", retry);
        return exporter;
    }

    private Map<String, Object> pipelines() {
        List<String> processors = new ArrayList<>(List.of(MEMORY_LIMITER));
        if (input.host() != null) {
            processors.add(HOST);
        }
        List<String> forwards = legs.stream().map(SourceRenderer::forward).toList();
        Map<String, Object> pipelines =
                block("metrics", CollectorConfig.pipeline(List.of(receiver()), processors, forwards));
        legs.forEach(leg -> pipelines.put(
                "metrics/" + leg,
                CollectorConfig.pipeline(List.of(forward(leg)), List.of(HAND_OVER), List.of(exporter(leg)))));
        return pipelines;
    }

    private static String forward(String leg) {
        return "forward/" + leg;
    }

    private static String exporter(String leg) {
        return "otlp_grpc/" + leg;
    }
}
