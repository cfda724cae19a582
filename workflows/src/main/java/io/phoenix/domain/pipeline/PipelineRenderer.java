package io.phoenix.domain.pipeline;

import static io.phoenix.domain.pipeline.CollectorConfig.block;

import io.phoenix.domain.experiment.Input;
import io.phoenix.domain.shape.DurationText;
import io.phoenix.domain.shape.Part;
import io.phoenix.domain.shape.Pointer;
import io.phoenix.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Renders the configuration of a variant, which is also that of a target's standing collector. Deterministic and
 * thread-safe.
 */
public final class PipelineRenderer {
    /** Enough for 40,000 series. */
    public static final int USUAL_MEMORY_LIMIT_MEBIBYTES = 400;

    private static final int SERIES_PER_PROCESS = 12;
    private static final double PROCESS_MEBIBYTES = 60;
    private static final double SERIES_MEBIBYTES = 6.5 / 1024;

    // The limiter refuses data at four fifths of its limit.
    private static final double LIMIT_PER_NEED = 1.25;

    private static final String MEMORY_LIMITER = "memory_limiter";
    private static final String LABELS = "transform/labels";
    private static final String STRIP = "transform/strip";

    private final PipelineCatalog catalog;

    public PipelineRenderer(PipelineCatalog catalog) {
        this.catalog = catalog;
    }

    /** How long the exporter shows a series after its last point. */
    public static Duration metricExpiration(Duration interval) {
        return interval.multipliedBy(5).dividedBy(2);
    }

    /** Enough for the baseline to hold every series of the input; the usual limit for hosts of unknown size. */
    public static int memoryLimitMebibytes(Input input) {
        Input.Simulation simulation = input.simulation();
        if (simulation == null) {
            return USUAL_MEMORY_LIMIT_MEBIBYTES;
        }
        long series = (long) simulation.hosts() * simulation.processesPerHost() * SERIES_PER_PROCESS;
        double need = PROCESS_MEBIBYTES + series * SERIES_MEBIBYTES;
        return Math.max(USUAL_MEMORY_LIMIT_MEBIBYTES, (int) Math.ceil(need * LIMIT_PER_NEED));
    }

    /** Renders with the usual memory limit. */
    public RenderedPipeline render(PipelineRef ref, Duration interval) {
        return render(ref, interval, USUAL_MEMORY_LIMIT_MEBIBYTES);
    }

    /**
     * @param interval time between two points of one series
     * @throws io.phoenix.error.InvalidInputException ({@code invalid_pipeline}) when the template is unknown or a
     *     parameter does not fit
     */
    public RenderedPipeline render(PipelineRef ref, Duration interval, int memoryLimitMebibytes) {
        Part parameters = catalog.parameters(ref, Pointer.ROOT).orThrow(ErrorCode.INVALID_PIPELINE);
        Map<String, Object> own =
                catalog.rendering(ref.template()).orElseThrow().processors(parameters);
        Map<String, Object> processors = block(MEMORY_LIMITER, CollectorConfig.memoryLimiter(memoryLimitMebibytes));
        processors.putAll(own);
        processors.put(LABELS, labels());
        processors.put(STRIP, CollectorConfig.transform("resource", List.of(keepOnly("host.name"))));
        return new CollectorConfig(
                        "phoenix-variant",
                        block(
                                "receivers",
                                block("otlp", CollectorConfig.otlpReceiver()),
                                "processors",
                                processors,
                                "exporters",
                                block("prometheus", exporter(interval))),
                        block(
                                "metrics",
                                CollectorConfig.pipeline(
                                        List.of("otlp"), new ArrayList<>(processors.keySet()), List.of("prometheus"))))
                .render(ref);
    }

    /** The identity of a process is that of its resource; without labels all processes would collapse into one. */
    private static Map<String, Object> labels() {
        return CollectorConfig.transform(
                "datapoint",
                List.of(
                        label("process_pid", "process.pid"),
                        label("process_executable_name", "process.executable.name"),
                        label("host_name", "host.name")));
    }

    private static String label(String name, String attribute) {
        return "set(datapoint.attributes[" + Ottl.literal(name) + "], " + Ottl.resource(attribute) + ")";
    }

    private static String keepOnly(String attribute) {
        return "keep_keys(resource.attributes, [" + Ottl.literal(attribute) + "])";
    }

    private static Map<String, Object> exporter(Duration interval) {
        return block(
                "endpoint",
                Expandable.loopback(Environment.DATA_PORT),
                "metric_expiration",
                DurationText.format(metricExpiration(interval)),
                "send_timestamps",
                false,
                "without_scope_info",
                true);
    }
}
