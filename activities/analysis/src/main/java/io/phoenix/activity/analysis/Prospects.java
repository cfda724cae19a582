package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.Estimate;

/** What may still come of a goal: the interval that holds at any time, and the chance to meet it after all. */
final class Prospects {
    private Prospects() {}

    /** Shows both; answers whether the chance is below what makes going on worth it. */
    static boolean unpromising(MetricDraft draft, PairedSeries pairs, Inference inference, double limit) {
        Strictness strictness = draft.strictness();
        AnyTime.of(pairs, strictness.planned(pairs.size()), strictness.whole())
                .ifPresent(found -> draft.shown("anyTime", found.numbers()));
        Look look = strictness.look();
        if (look == null
                || look.last()
                || inference.obstacle() != null
                || !(inference.estimate() instanceof Estimate.LogScale ratio)) {
            return false;
        }
        Look.Chances chances = look.chances(ratio.pBelow(limit));
        draft.shown("futility", chances.numbers());
        return chances.larger() < look.leastChance();
    }
}
