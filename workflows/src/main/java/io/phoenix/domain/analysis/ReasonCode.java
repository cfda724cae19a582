package io.phoenix.domain.analysis;

import org.jspecify.annotations.Nullable;

/** Every reason that the analysis can give: a stable code, which is the constant's name, and what it means. */
public enum ReasonCode {
    GOAL_MET(
            "The saving is at least what was asked, at the worse end of its interval.",
            "The saving was more than what was asked at every step"),
    GUARDRAIL_HELD(
            "The increase stays below the limit, at the worse end of its one-sided interval.",
            "The increase was below the limit at every step"),
    MAXIMUM_HELD("No sample of the candidate exceeds the limit."),

    CANDIDATE_DOWN("The candidate's collector was down, or its scrapes failed, while the baseline's answered."),
    CRITICAL_PROCESS_LOST("The candidate lacked critical processes that the baseline showed."),
    CANDIDATE_EMPTY("The candidate produced no series while the baseline did."),
    GUARDRAIL_BROKEN(
            "The increase exceeds the limit, even at the better end of its one-sided interval.",
            "The increase was above the limit at every step"),
    MAXIMUM_EXCEEDED("A sample of the candidate exceeds the limit."),
    FUTILE(
            "The saving is smaller than what was asked, even at the better end of its interval.",
            "The saving was less than what was asked at every step"),
    SAVING_TOO_SMALL("The saving in money is smaller than what was asked."),

    BASELINE_DOWN("The scrapes of the baseline's collector failed, so there is nothing to compare with."),
    INPUT_LOST("The variants received no input."),
    INPUT_DIFFERS("The variants did not receive the same input."),
    NOT_CONSERVED("More points are missing than can be in flight between the source and the variants."),
    UP_TOO_LOW("Too many scrapes failed, or the last one did."),
    NO_DATA("There is no sample of one of the variants."),
    LOW_COVERAGE("Fewer than 90 % of the steps have a sample of both variants."),
    GAP("More than 5 steps in a row lack a sample of one of the variants."),
    DIFFERENTIAL_MISSING("One variant lacks many more samples than the other."),
    INFINITE_VALUES("More than 1 % of the samples are infinite."),
    TOO_FEW("Fewer than 2 steps have a sample of both variants."),

    TOO_SHORT("Fewer than 48 steps have a sample of both variants, too few for an error bar."),
    SHORT_FOR_MEMORY("The measurement is shorter than 24 times the declared memory of the ratio."),
    FEW_LEVELS("The ratio took fewer than 4 levels, too few for an error bar."),
    GOAL_UNDECIDED("The interval of the saving contains what was asked."),
    GUARDRAIL_UNDECIDED("The one-sided interval of the increase contains the limit."),
    BEFORE_LAST_LOOK("The limit is kept up to now; a guardrail can break at any look and holds at the last one only."),
    UNPROMISING("The chance to meet the goal after all is smaller than what the run was to go on for."),
    BASELINE_ZERO("The baseline was zero throughout, so a share of it means nothing."),
    NO_GOAL("No goal was given, so there is nothing to win."),
    SAVING_UNPRICED("The saving in money could not be estimated."),
    SAVING_UNDECIDED("The range of the saving in money contains what was asked."),

    SUSPICIOUS("The reduction is above 99 % and above what the template declares; a person must approve it."),
    MEMORY_UNKNOWN("The memory of the ratio was not declared, so the interval holds only for a short one.");

    private static final String DISTANCE = ", by at least twice the whole range of the ratio, so it needs no interval.";

    private final String sentence;
    private final String atEveryStep;

    ReasonCode(String sentence) {
        this.sentence = sentence;
        this.atEveryStep = sentence;
    }

    /** @param atEveryStep the begin of the sentence where the distance of every step from the limit has decided */
    ReasonCode(String sentence, String atEveryStep) {
        this.sentence = sentence;
        this.atEveryStep = atEveryStep + DISTANCE;
    }

    /** What the code means, for people. */
    public String sentence() {
        return sentence;
    }

    /** A reason with this code; {@code numbers} follow the sentence, empty for none. */
    public Reason because(@Nullable String metric, String numbers) {
        return new Reason(name(), metric, numbers.isEmpty() ? sentence : sentence + " " + numbers);
    }

    /** {@link #because} where the rule FAR_FROM_THRESHOLD has decided. */
    Reason atEveryStep(String metric, String numbers) {
        return new Reason(name(), metric, atEveryStep + " " + numbers);
    }
}
