package io.phoenix.domain.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * A collector configuration before it is a text; the same parts give the same text.
 *
 * @param serviceName who speaks in self telemetry
 * @param components sections {@code receivers}, {@code processors}, ... with configurations by component id
 * @param pipelines by id, with the component ids of each
 */
record CollectorConfig(String serviceName, Map<String, Object> components, Map<String, Object> pipelines) {
    /** A section: names and values in turn; the order stays. */
    static Map<String, Object> block(Object... namesAndValues) {
        Map<String, Object> block = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            block.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return block;
    }

    /** A transform processor with statements of one context; a statement that fails on some datum skips it. */
    static Map<String, Object> transform(String context, List<String> statements) {
        return block(
                "error_mode",
                "ignore",
                "metric_statements",
                List.of(block("context", context, "statements", statements)));
    }

    static Map<String, Object> pipeline(List<String> receivers, List<String> processors, List<String> exporters) {
        return block("receivers", receivers, "processors", processors, "exporters", exporters);
    }

    static Map<String, Object> memoryLimiter(int limitMebibytes) {
        return block(
                "check_interval",
                "1s",
                "limit_mib",
                limitMebibytes,
                "spike_limit_mib",
                Math.max(1, limitMebibytes / 5));
    }

    static Map<String, Object> otlpReceiver() {
        return block(
                "protocols",
                block(
                        "grpc",
                        block("endpoint", Expandable.loopback(Environment.OTLP_PORT), "max_recv_msg_size_mib", 64)));
    }

    /** The text, with its own hash in the resource attributes of self telemetry. */
    RenderedPipeline render(PipelineRef ref) {
        ConfigHash hash = ConfigHash.of(yaml(""));
        return new RenderedPipeline(ref, hash, yaml(hash.value()));
    }

    private String yaml(String hash) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("extensions", block("health_check", block("endpoint", Expandable.loopback(Environment.HEALTH_PORT))));
        root.putAll(components);
        root.put(
                "service",
                block("extensions", List.of("health_check"), "telemetry", telemetry(hash), "pipelines", pipelines));
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .build();
        return new Dump(settings).dumpToString(written(root));
    }

    private Map<String, Object> telemetry(String hash) {
        // Without a fixed instance id every reload starts a new series of each of the collector's own metrics.
        List<Object> attributes = List.of(
                block("name", "service.name", "value", serviceName),
                block("name", "service.instance.id", "value", Expandable.env(Environment.INSTANCE, "phoenix")),
                block("name", "phoenix.config.hash", "value", hash));
        Map<String, Object> prometheus = block(
                "host",
                "127.0.0.1",
                "port",
                Expandable.env(Environment.SELF_PORT),
                "without_type_suffix",
                true,
                "without_units",
                true,
                "without_scope_info",
                true);
        return block(
                "resource",
                block("attributes", attributes),
                "metrics",
                block(
                        "level",
                        "detailed",
                        "readers",
                        List.of(block("pull", block("exporter", block("prometheus", prometheus))))));
    }

    /** Plain texts keep their dollar signs by doubling them; only an {@link Expandable} may be resolved. */
    private static Object written(Object value) {
        return switch (value) {
            case Expandable(String text) -> text;
            case String text -> text.replace("$", "$$");
            case List<?> list -> {
                List<Object> items = new ArrayList<>();
                list.forEach(item -> items.add(written(item)));
                yield items;
            }
            case Map<?, ?> map -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                map.forEach((name, entry) -> entries.put((String) name, written(entry)));
                yield entries;
            }
            default -> value;
        };
    }
}
