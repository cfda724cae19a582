package io.phoenix.activity.analysis.planning;

import io.phoenix.activity.analysis.statistics.StudentT;

/**
 * How surely something must be shown.
 *
 * @param tail beyond the bound: alpha / 2 for a goal, alpha for a guardrail
 * @param power chance to show it, in [0.5, 1); several guardrails share it as 1 - (1 - power) / guardrails
 */
public record Target(double tail, double power) {
    /** The usual chance to find what is there. */
    public static final double USUAL_POWER = 0.80;

    /** Shown as often as not. */
    public Target even() {
        return new Target(tail, 0.5);
    }

    /** How many standard errors must lie between the truth and the limit. */
    double errorsNeeded(double degreesOfFreedom) {
        StudentT t = new StudentT(degreesOfFreedom);
        return t.critical(tail) + (power > 0.5 ? t.critical(1 - power) : 0);
    }
}
