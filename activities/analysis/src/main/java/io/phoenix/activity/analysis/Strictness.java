package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.activity.analysis.statistics.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How surely a criterion is judged: at the end of a run by its confidence, at a look by the share of the risk that the look
 * may take.
 *
 * @param confidence of the two-sided interval that is shown; a goal is judged by it
 * @param risk two-sided, beyond that interval
 * @param breaking one-sided, by which a guardrail may break; it holds by {@code risk}, at the last look alone
 * @param needed tail beyond the bound that decides at the end
 * @param whole two-sided risk of all looks together
 * @param look null when there is one alone
 */
record Strictness(
        double confidence,
        double risk,
        double breaking,
        double needed,
        double whole,
        @Nullable Look look) {

    /** At the end of a fixed horizon; a goal is judged two-sided, all else one-sided. */
    static Strictness fixed(String role, double confidence) {
        double risk = 1 - confidence;
        double needed = role.equals("goal") ? (1 - confidence) / 2 : risk;
        return new Strictness(confidence, risk, risk, needed, risk, null);
    }

    /** A goal at a look: its interval is as wide as the risk that the look may take. */
    static Strictness goal(double confidence, Look look) {
        double risk = look.level();
        return new Strictness(1 - risk, risk, risk, look.end().level() / 2, 1 - confidence, look);
    }

    /** A guardrail at a look: it may break by what the look may take, and hold at the last look by all of the risk. */
    static Strictness guardrail(double confidence, Look look) {
        double risk = 1 - confidence;
        return new Strictness(confidence, risk, look.level() / 2, risk, risk, look);
    }

    boolean early() {
        return look != null && !look.last();
    }

    /** How many complete pairs the whole run has when it has so many by now. */
    int planned(int pairs) {
        return look == null ? pairs : look.planned(pairs);
    }

    Interval twoSided(Estimate estimate) {
        return estimate.bounds(risk / 2);
    }

    Interval oneSided(Estimate estimate) {
        Interval bounds = estimate.bounds(risk);
        return breaking == risk
                ? bounds
                : new Interval(estimate.bounds(breaking).lower(), bounds.upper());
    }
}
