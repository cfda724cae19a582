package io.phoenix.domain.experiment;

import static io.phoenix.domain.shape.Field.optional;
import static io.phoenix.domain.shape.Field.required;

import io.phoenix.domain.shape.JsonSchema;
import io.phoenix.domain.shape.Part;
import io.phoenix.domain.shape.Pointer;
import io.phoenix.domain.shape.Shape;
import io.phoenix.domain.shape.ShapeReader;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a plan file: {@code step}, {@code memory} if known, and the {@code criteria} block of an experiment's file. */
public final class AnalysisPlanReader {
    private static final Shape.Composite ROOT = Shape.Composite.of(
            required("step", SpecShape.span("1ms", Duration.ofDays(30)), "common grid of all series"),
            optional(
                    "memory",
                    SpecShape.span("0s", Duration.ofDays(365)),
                    "slowest time in which the ratio of the variants forgets a disturbance; left out: unknown, and the"
                            + " verdict says so"),
            required("criteria", SpecShape.criteria(), "what the candidate must prove"),
            optional(
                    "information",
                    new Shape.Listing(new Shape.Real(Shape.Limit.inclusive(0), Shape.Limit.inclusive(1)), 1, 20),
                    "share of the planned pairs that each look up to this file has seen, the last being this file; left"
                            + " out: it is the last of criteria.looks at even distances"));

    private AnalysisPlanReader() {}

    /** The plan of a tree of plain JSON values, or every mistake in it. */
    public static Validation<AnalysisPlan> read(Map<String, Object> tree) {
        ShapeReader reader = new ShapeReader();
        Part root = reader.read(ROOT, tree, Pointer.ROOT).orElseThrow();
        Part criteria = root.partOrEmpty("criteria");
        List<Violation> violations = new ArrayList<>(reader.violations());
        violations.addAll(new CriteriaRules(book(criteria), Map.of(), root).violations());
        violations.addAll(looks(root, criteria.whole("looks")));
        if (!violations.isEmpty()) {
            return new Validation.Invalid<>(violations);
        }
        boolean usual = !(tree.get("criteria") instanceof Map<?, ?> given) || given.get("guardrails") == null;
        return new Validation.Valid<>(new AnalysisPlan(
                root.certain("step", Duration.class),
                root.span("memory"),
                SpecAssembly.criteria(criteria),
                usual,
                information(root)));
    }

    private static List<Double> information(Part root) {
        return root.items("information").values().stream()
                .map(Double.class::cast)
                .toList();
    }

    private static List<Violation> looks(Part root, @Nullable Long looks) {
        List<Double> information = information(root);
        if (looks == null || information.isEmpty()) {
            return List.of();
        }
        if (looks == 1 || information.size() > looks) {
            String rule = looks == 1 ? "a plan of one look has none" : looks + " looks have " + looks + " at most";
            return violation(root, "too_many_looks", information.size() + " values are too many: " + rule);
        }
        return information.equals(information.stream().sorted().toList())
                ? List.of()
                : violation(root, "not_rising", "the values fall, but a later look has seen more: write them in order");
    }

    private static List<Violation> violation(Part root, String code, String message) {
        return List.of(new Violation(root.at("information").text(), code, message));
    }

    /** The published JSON Schema (draft 2020-12) of a plan file, a new tree in a stable order. */
    public static Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:phoenix:analysis-plan:1");
        schema.put("title", "Phoenix analysis plan");
        schema.put("description", "What a file of series is judged by.");
        schema.putAll(JsonSchema.of(ROOT));
        return schema;
    }

    /** A file of series has no price books, so the one that is named here cannot be checked. */
    private static Set<String> book(Part criteria) {
        String book = criteria.partOrEmpty("minimumMonthlySaving").text("book");
        return book == null ? Set.of() : Set.of(book);
    }
}
