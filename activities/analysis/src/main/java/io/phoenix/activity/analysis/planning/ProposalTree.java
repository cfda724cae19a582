package io.phoenix.activity.analysis.planning;

import io.phoenix.domain.shape.DurationText;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A proposal as plain JSON values. */
final class ProposalTree {
    private ProposalTree() {}

    static Map<String, Object> of(RunProposal proposal) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("fits", proposal.fits());
        tree.put("duration", text(proposal.duration()));
        tree.put("pairs", proposal.pairs());
        tree.put("step", text(proposal.question().step()));
        put(tree, "plannedDuration", proposal.question().duration());
        put(tree, "maximumDuration", proposal.question().maximumDuration());
        tree.put("pilotPairs", proposal.pilot());
        if (proposal.memory() != null) {
            tree.put("memory", memory(proposal.memory()));
        }
        List<Map<String, Object>> criteria = new ArrayList<>();
        for (int i = 0; i < proposal.criteria().size(); i++) {
            criteria.add(
                    criterion(proposal.criteria().get(i), proposal.detectable().get(i)));
        }
        tree.put("criteria", criteria);
        tree.put(
                "advice",
                proposal.advice().stream()
                        .map(advice -> Map.of("code", advice.code(), "message", advice.message()))
                        .toList());
        tree.put(
                "errors",
                proposal.errors().stream()
                        .map(error ->
                                Map.of("pointer", error.pointer(), "code", error.code(), "message", error.message()))
                        .toList());
        return tree;
    }

    private static Map<String, Object> memory(RunProposal.MemoryAdvice memory) {
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, "declared", memory.declared());
        put(tree, "suggested", memory.suggested());
        put(tree, "longestSupported", memory.longestSupported());
        tree.put("supported", memory.supported());
        tree.put("runs", memory.runs());
        return tree;
    }

    private static Map<String, Object> criterion(CriterionPlan criterion, @Nullable Double detectable) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("candidate", criterion.candidate());
        tree.put("metric", criterion.metric());
        tree.put("role", criterion.role());
        tree.put("scale", lower(criterion.scale()));
        tree.put("limit", criterion.limit());
        put(tree, "expected", criterion.expected());
        if (criterion.pilot() != null) {
            tree.put("error", criterion.pilot().error());
            tree.put("degreesOfFreedom", criterion.pilot().degreesOfFreedom());
        }
        put(tree, "detectable", detectable);
        if (criterion.run() != null) {
            tree.put("pairs", criterion.run().pairs());
            tree.put("duration", text(criterion.run().duration()));
            tree.put("limitedBy", lower(criterion.run().limitedBy()));
        }
        put(tree, "hosts", criterion.hosts());
        return tree;
    }

    private static void put(Map<String, Object> tree, String name, @Nullable Object value) {
        switch (value) {
            case Duration duration -> tree.put(name, text(duration));
            case Double number -> {
                if (Double.isFinite(number)) {
                    tree.put(name, number);
                }
            }
            case null -> {}
            default -> tree.put(name, value);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static String text(Duration duration) {
        return DurationText.format(duration.truncatedTo(ChronoUnit.MILLIS));
    }
}
