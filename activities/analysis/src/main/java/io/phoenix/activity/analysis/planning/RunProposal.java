package io.phoenix.activity.analysis.planning;

import io.phoenix.error.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The run that a question needs.
 *
 * @param pairs of the question's step
 * @param duration the least length that shows every criterion that can be shown
 * @param fits whether it shows all of them within the longest length allowed
 * @param memory what the length rests on and what history suggests; null: neither declared nor seen
 * @param pilot pairs of the pilot; 0: there was none
 * @param detectable per criterion, in the same order: the weakest effect that the run still shows; null: unknown
 * @param errors why the run, as long as it is written down, has less than an even chance to decide; empty: nothing says so
 */
public record RunProposal(
        PlanQuestion question,
        long pairs,
        Duration duration,
        boolean fits,
        @Nullable MemoryAdvice memory,
        int pilot,
        List<CriterionPlan> criteria,
        List<@Nullable Double> detectable,
        List<Advice> advice,
        List<Violation> errors) {
    public RunProposal {
        Objects.requireNonNull(question, "question");
        criteria = List.copyOf(criteria);
        detectable = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(detectable));
        advice = List.copyOf(advice);
        errors = List.copyOf(errors);
    }

    /**
     * Which memory to declare.
     *
     * @param suggested by history; null: history shows none
     * @param longestSupported by the longest run of the history
     * @param runs how many runs it was looked for in
     */
    public record MemoryAdvice(
            @Nullable Duration declared,
            @Nullable Duration suggested,
            @Nullable Duration longestSupported,
            int runs) {
        /** Whether the history is long enough to be believed. */
        public boolean supported() {
            return suggested != null && longestSupported != null && suggested.compareTo(longestSupported) <= 0;
        }
    }

    /** What to know before the start, with a stable code. */
    public record Advice(String code, String message) {}

    /** As plain JSON values; a number that does not exist is left out. */
    public Map<String, Object> tree() {
        return ProposalTree.of(this);
    }
}
