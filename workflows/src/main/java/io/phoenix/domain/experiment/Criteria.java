package io.phoenix.domain.experiment;

import io.phoenix.domain.cost.Money;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the candidate must prove.
 *
 * @param confidence two-sided for goals, one-sided for guardrails, in (0.5, 1)
 * @param criticalProcesses executable names that the candidate must show wherever the baseline does
 * @param looks analyses including the last; 1 is a fixed horizon
 * @param spending how much of the risk of a false finding each look may use; null in what earlier versions wrote
 * @param futility a run ends at a look at which the chance to meet a goal after all is below this, in (0, 0.5]; null: never
 */
public record Criteria(
        double confidence,
        List<Goal> goals,
        List<Guardrail> guardrails,
        List<String> criticalProcesses,
        int looks,
        @Nullable MinimumMonthlySaving minimumMonthlySaving,
        Spending spending,
        @Nullable Double futility) {
    public Criteria {
        spending = spending == null ? Spending.OBRIEN_FLEMING : spending;
        goals = List.copyOf(goals);
        guardrails = List.copyOf(guardrails);
        criticalProcesses = List.copyOf(criticalProcesses);
    }

    /** With the usual spending, and no end for futility alone. */
    public Criteria(
            double confidence,
            List<Goal> goals,
            List<Guardrail> guardrails,
            List<String> criticalProcesses,
            int looks,
            @Nullable MinimumMonthlySaving minimumMonthlySaving) {
        this(
                confidence,
                goals,
                guardrails,
                criticalProcesses,
                looks,
                minimumMonthlySaving,
                Spending.OBRIEN_FLEMING,
                null);
    }

    /** Whether the data are looked at before the end. */
    public boolean sequential() {
        return looks > 1;
    }

    /** The same criteria with other guardrails. */
    public Criteria withGuardrails(List<Guardrail> others) {
        return new Criteria(
                confidence, goals, others, criticalProcesses, looks, minimumMonthlySaving, spending, futility);
    }

    /** Share of the risk that looks may use by the information they rest on (Lan and DeMets 1983). */
    public enum Spending {
        /** Next to nothing early, nearly all at the end, where it costs the least power. */
        OBRIEN_FLEMING,
        /** About the same at every look, for those who want to end early. */
        POCOCK
    }

    /**
     * A metric that must fall.
     *
     * @param minimumSaving share of the baseline in [0, 1), to be exceeded by the lower bound of the saving
     */
    public record Goal(String metric, double minimumSaving) {
        public Goal {
            Objects.requireNonNull(metric, "metric");
        }
    }

    /**
     * A metric that must not get worse than a margin; exactly one of the limits is given.
     *
     * @param maximumIncrease share of the baseline, for ratio metrics
     * @param maximum absolute limit of the candidate's excess, in the metric's unit
     * @param maximumValue what no sample of the candidate may exceed, in the metric's unit
     */
    public record Guardrail(
            String metric,
            @Nullable Double maximumIncrease,
            @Nullable Double maximum,
            @Nullable Double maximumValue) {
        public Guardrail {
            Objects.requireNonNull(metric, "metric");
            if (Stream.of(maximumIncrease, maximum, maximumValue)
                            .filter(Objects::nonNull)
                            .count()
                    != 1) {
                throw new IllegalArgumentException(
                        "exactly one of maximumIncrease, maximum and maximumValue is needed");
            }
        }

        /** Without a limit of single samples. */
        public Guardrail(String metric, @Nullable Double maximumIncrease, @Nullable Double maximum) {
            this(metric, maximumIncrease, maximum, null);
        }
    }

    /** A net saving in money that its lower bound must reach, priced by one book. */
    public record MinimumMonthlySaving(Money amount, String book) {
        public MinimumMonthlySaving {
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(book, "book");
        }
    }
}
