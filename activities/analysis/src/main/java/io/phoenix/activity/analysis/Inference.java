package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.domain.analysis.ReasonCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about one ratio or difference before any threshold is looked at.
 *
 * @param estimate null when there are too few pairs for an error bar
 * @param rule which kind of error bar it is
 * @param obstacle why the error bar must not decide; null when it may
 * @param blocks null unless the error bar comes from blocks
 * @param segments null unless the error bar comes from levels
 */
record Inference(
        @Nullable Estimate estimate,
        Rule rule,
        @Nullable ReasonCode obstacle,
        @Nullable Blocks blocks,
        @Nullable Segments segments) {
    static final String OBSERVED_LEVEL = "scope=observed level";
    static final String FLEET = "scope=fleet";

    static Inference known(Rule rule, Estimate.Known estimate) {
        return new Inference(estimate, rule, null, null, null);
    }

    static Inference tooShort(Rule rule) {
        return new Inference(null, rule, ReasonCode.TOO_SHORT, null, null);
    }

    static Inference ofBlocks(Rule rule, Blocks blocks, Estimate estimate, MemoryGate gate) {
        return new Inference(estimate, rule, gate.tooShort() ? ReasonCode.SHORT_FOR_MEMORY : null, blocks, null);
    }

    boolean exact() {
        return rule == Rule.EXACT;
    }

    /** What a reader must know about the error bar. */
    List<String> stamps(MemoryGate gate) {
        if (rule == Rule.EXACT || rule == Rule.EXACT_TO_ROUNDING) {
            return rule == Rule.EXACT ? List.of(Rule.EXACT.name(), OBSERVED_LEVEL) : List.of(OBSERVED_LEVEL);
        }
        if (rule == Rule.HOSTS) {
            return List.of(FLEET);
        }
        if (blocks == null) {
            return List.of();
        }
        List<String> stamps = new java.util.ArrayList<>();
        if (blocks.nonStationary()) {
            stamps.add("NON_STATIONARY");
        }
        if (gate.unknown()) {
            stamps.add(ReasonCode.MEMORY_UNKNOWN.name());
        }
        return List.copyOf(stamps);
    }
}
