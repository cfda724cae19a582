package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.AnalysisInput.Plan;
import io.phoenix.domain.experiment.ExperimentSpecWriter;
import io.phoenix.domain.shape.DurationText;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The plan as a plan file writes it: {@code step}, {@code memory} if declared, and the criteria; with several looks the
 * information of those that were taken, and how many are left.
 */
final class PlanTree {
    private PlanTree() {}

    static Map<String, Object> of(Plan plan) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("step", text(plan.step()));
        if (plan.memory() != null) {
            tree.put("memory", text(plan.memory()));
        }
        tree.put("criteria", ExperimentSpecWriter.criteria(plan.criteria()));
        if (plan.criteria().sequential()) {
            tree.put("information", plan.information());
            tree.put("looksLeft", looksLeft(plan));
        }
        return tree;
    }

    private static int looksLeft(Plan plan) {
        return plan.information().getLast() >= 1
                ? 0
                : plan.criteria().looks() - plan.information().size();
    }

    /** A scaled duration may be finer than what a text can say. */
    private static String text(Duration duration) {
        return DurationText.format(duration.truncatedTo(ChronoUnit.MILLIS));
    }
}
