package io.phoenix.activity.analysis.file;

import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.CandidateResult;
import io.phoenix.domain.analysis.MetricResult;
import io.phoenix.domain.analysis.ParityResult;
import io.phoenix.domain.analysis.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A result as the published shape {@code phoenix.analysis/v1} writes it: a tree of plain JSON values in a stable order,
 * with null for a number that does not exist for the case.
 */
public final class ResultTree {
    private static final String SCHEMA = "analysis-result.schema.json";

    /** Tests that stand in the metric itself; all others are below {@code shown}. */
    private static final List<String> IN_METRIC =
            List.of("welch", "neweyWest", "mannWhitney", "effectSize", "blockMeans");

    private static final List<String> ADJUSTMENTS = List.of("holm", "benjaminiHochberg");

    private ResultTree() {}

    /** The published JSON Schema (draft 2020-12) of the shape, as text. */
    public static String schema() {
        try (InputStream schema = ResultTree.class.getResourceAsStream(SCHEMA)) {
            if (schema == null) {
                throw new IllegalStateException(SCHEMA + " is not in this build");
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SCHEMA, e);
        }
    }

    public static Map<String, @Nullable Object> of(AnalysisResult result) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("schema", result.schema());
        tree.put("verdict", result.verdict().name());
        tree.put("reasons", result.reasons().stream().map(ResultTree::reason).toList());
        tree.put("scope", result.scope());
        tree.put(
                "candidates",
                result.candidates().stream().map(ResultTree::candidate).toList());
        Map<String, Object> parity = new LinkedHashMap<>();
        result.parity().forEach((name, found) -> parity.put(name, parity(found)));
        tree.put("parity", parity);
        tree.put("plan", result.plan());
        tree.put("inputDigest", result.inputDigest());
        return tree;
    }

    private static Map<String, @Nullable Object> reason(Reason reason) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("code", reason.code());
        tree.put("metric", reason.metric());
        tree.put("message", reason.message());
        return tree;
    }

    private static Map<String, @Nullable Object> candidate(CandidateResult candidate) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", candidate.name());
        tree.put("verdict", candidate.verdict().name());
        tree.put("reasons", candidate.reasons().stream().map(ResultTree::reason).toList());
        tree.put("rank", candidate.rank());
        tree.put("metrics", candidate.metrics().stream().map(ResultTree::metric).toList());
        return tree;
    }

    private static Map<String, @Nullable Object> parity(ParityResult parity) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("outcome", parity.outcome());
        tree.put("reasons", parity.reasons());
        tree.put("ratio", parity.ratio());
        tree.put("ratioLower", parity.ratioLower());
        tree.put("ratioUpper", parity.ratioUpper());
        return tree;
    }

    private static Map<String, @Nullable Object> metric(MetricResult metric) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("name", metric.name());
        tree.put("role", metric.role());
        tree.put("outcome", metric.outcome());
        tree.put("reasons", metric.reasons());
        tree.put("n", metric.n());
        tree.put("coverage", metric.coverage());
        tree.put("baselineMean", metric.baselineMean());
        tree.put("candidateMean", metric.candidateMean());
        tree.put("ratio", metric.ratio());
        tree.put("saving", metric.saving());
        tree.put("confidenceLevel", metric.confidenceLevel());
        tree.put("ratioLower", metric.ratioLower());
        tree.put("ratioUpper", metric.ratioUpper());
        tree.put("oneSidedLower", metric.oneSidedLower());
        tree.put("oneSidedUpper", metric.oneSidedUpper());
        tree.put("standardError", metric.standardError());
        tree.put("blocks", metric.blocks());
        tree.put("blockLag1", metric.blockLag1());
        tree.put("effectiveBlocks", metric.effectiveBlocks());
        tree.put("degreesOfFreedom", metric.degreesOfFreedom());
        tree.put("rule", metric.rule());
        tree.put("stamps", metric.stamps());
        tree.put("pValue", metric.pValue());
        tree.put("pValueAdjusted", adjusted(metric));
        tree.put("exact", metric.exact());
        tree.put("difference", metric.difference());
        tree.put("differenceLower", metric.differenceLower());
        tree.put("differenceUpper", metric.differenceUpper());
        Map<String, Object> others = new TreeMap<>(metric.shown());
        for (String test : IN_METRIC) {
            others.remove(test);
            tree.put(test, new TreeMap<>(metric.shown().getOrDefault(test, Map.of())));
        }
        tree.put("shown", others);
        return tree;
    }

    /** After Holm over several candidates at a goal, after Benjamini and Hochberg over metrics that nobody named. */
    private static @Nullable Double adjusted(MetricResult metric) {
        Map<String, Double> adjusted = metric.shown().getOrDefault("adjusted", Map.of());
        return ADJUSTMENTS.stream()
                .filter(adjusted::containsKey)
                .findFirst()
                .map(adjusted::get)
                .orElse(null);
    }
}
