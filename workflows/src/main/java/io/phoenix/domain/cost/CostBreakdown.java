package io.phoenix.domain.cost;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind one estimate.
 *
 * @param candidate a month's bill of the candidate
 * @param gross what the vendor bills less
 * @param net less what the candidate's collector costs more (or more what it costs less), when CPU and memory have a price
 * @param testing what the experiment itself cost once: both variants collected beside what ran already
 * @param breakEven null when the saving never pays the experiment back
 * @param effects what the candidate does to everything that a vendor could bill
 * @param scope the hosts that it holds for
 * @param figures how every amount was computed
 */
public record CostBreakdown(
        MoneyRange candidate,
        Saving gross,
        Saving net,
        MoneyRange testing,
        @Nullable BreakEven breakEven,
        Recommendation recommendation,
        List<RuleEffect> effects,
        Scope scope,
        List<Figure> figures) {
    public CostBreakdown {
        effects = List.copyOf(effects);
        figures = List.copyOf(figures);
    }

    /** @param year twelve months; of the net saving the first year, so less what the experiment cost */
    public record Saving(MoneyRange month, MoneyRange year) {}

    /**
     * Hosts and time.
     *
     * @param measured on which the volumes were measured
     * @param priced which the amounts are for; more than were measured is an extrapolation
     * @param sentence for people
     * @param timeScale factor on the intervals at which the input was sent; null: real time
     */
    public record Scope(
            int measured,
            int priced,
            String sentence,
            @Nullable Double timeScale) {
        public boolean extrapolated() {
            return measured != priced;
        }
    }

    /** The same with these figures. */
    public CostBreakdown with(List<Figure> computed) {
        return new CostBreakdown(candidate, gross, net, testing, breakEven, recommendation, effects, scope, computed);
    }
}
