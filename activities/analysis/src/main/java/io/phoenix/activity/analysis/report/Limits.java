package io.phoenix.activity.analysis.report;

import io.phoenix.domain.analysis.Thresholds;
import io.phoenix.domain.measurement.Metric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ratios that a plan asks for, by role and metric. */
final class Limits {
    private Limits() {}

    static Map<String, Double> of(Map<String, Object> plan) {
        Map<String, Double> limits = new HashMap<>();
        for (Map<?, ?> goal : items(plan, "goals")) {
            if (goal.get("minimumSaving") instanceof Number saving) {
                limits.put("goal/" + goal.get("metric"), Thresholds.goalRatio(saving.doubleValue()));
            }
        }
        for (Map<?, ?> guardrail : items(plan, "guardrails")) {
            if (guardrail.get("maximumIncrease") instanceof Number increase) {
                limits.put("guardrail/" + guardrail.get("metric"), Thresholds.guardrailRatio(increase.doubleValue()));
            }
        }
        return limits;
    }

    /** The same for people, absolute limits included. */
    static Map<String, String> inWords(Map<String, Object> plan) {
        Map<String, String> limits = new HashMap<>();
        for (Map<?, ?> goal : items(plan, "goals")) {
            if (goal.get("minimumSaving") instanceof Number saving) {
                limits.put("goal/" + goal.get("metric"), "at least " + Figures.share(saving.doubleValue()) + " less");
            }
        }
        for (Map<?, ?> guardrail : items(plan, "guardrails")) {
            String metric = "guardrail/" + guardrail.get("metric");
            if (guardrail.get("maximumIncrease") instanceof Number increase) {
                limits.put(metric, "at most " + Figures.share(increase.doubleValue()) + " more");
            } else if (guardrail.get("maximum") instanceof Number maximum) {
                limits.put(metric, "at most " + Figures.value(maximum.doubleValue(), unit(guardrail)) + " more");
            }
        }
        return limits;
    }

    private static String unit(Map<?, ?> guardrail) {
        return Metric.byName(String.valueOf(guardrail.get("metric")))
                .map(Metric::unit)
                .orElse("1");
    }

    private static List<Map<?, ?>> items(Map<String, Object> plan, String name) {
        return plan.get("criteria") instanceof Map<?, ?> criteria && criteria.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(item -> (Map<?, ?>) item)
                        .toList()
                : List.of();
    }
}
