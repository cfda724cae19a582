package io.phoenix.domain.experiment;

import io.phoenix.domain.shape.JsonSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The published JSON Schema (draft 2020-12) of an experiment's file. What it cannot say (rules between fields, ranges
 * of durations, names known to an installation) is checked by {@link ExperimentSpecReader} alone.
 */
public final class ExperimentSpecSchema {
    public static final String ID = "urn:phoenix:experiment-spec:1";

    private ExperimentSpecSchema() {}

    /** A new tree of plain JSON values in a stable order. */
    public static Map<String, Object> tree() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", ID);
        schema.put("title", "Phoenix experiment");
        schema.put("description", "Compares a candidate pipeline with the current one on the same input.");
        schema.putAll(JsonSchema.of(SpecShape.root()));
        schema.put("examples", List.of(example()));
        return schema;
    }

    private static Map<String, Object> example() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("name", "web-hosts-priority");
        example.put("target", "demo");
        example.put(
                "variants",
                Map.of(
                        "candidate",
                        Map.of(
                                "template",
                                "process-priority-filter-v1",
                                "parameters",
                                Map.of("criticalNames", List.of("postgres", "nginx")))));
        example.put("input", Map.of("simulation", Map.of("hosts", 10, "processesPerHost", 150, "interval", "5s")));
        example.put("timing", Map.of("duration", "10m", "memory", "25s"));
        example.put("criteria", Map.of("goals", List.of(Map.of("metric", "active_series", "minimumSaving", 0.20))));
        return example;
    }
}
