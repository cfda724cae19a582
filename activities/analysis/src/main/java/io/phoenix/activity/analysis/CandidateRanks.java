package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.multiplicity.Adjustment;
import io.phoenix.activity.analysis.statistics.Estimate;
import io.phoenix.activity.analysis.statistics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Every two candidates compared as a pair of time-aligned series, by the same estimator that decides. A rank is shown as
 * far as the comparisons show it, after Holm over all of them (Klein, Wright and Wieczorek 2020): a candidate is the best
 * one only when it is shown to be better than each of the others.
 */
final class CandidateRanks {
    private final List<Contender> contenders;
    private final List<Duel> duels;
    private final double[] adjusted;
    private final double alpha;

    private CandidateRanks(List<Contender> contenders, List<Duel> duels, double alpha) {
        this.contenders = contenders;
        this.duels = duels;
        this.alpha = alpha;
        this.adjusted =
                Adjustment.HOLM.of(duels.stream().mapToDouble(Duel::pValue).toArray());
    }

    static CandidateRanks of(List<Contender> contenders, MemoryGate gate, double alpha) {
        List<Duel> duels = new ArrayList<>();
        for (int i = 1; i < contenders.size(); i++) {
            for (int j = 0; j < i; j++) {
                duels.add(Duel.of(contenders, i, j, gate));
            }
        }
        return new CandidateRanks(List.copyOf(contenders), List.copyOf(duels), alpha);
    }

    Map<String, Double> numbers(int at) {
        Map<String, Double> numbers = new TreeMap<>();
        int best = 1;
        int worst = contenders.size();
        for (int d = 0; d < duels.size(); d++) {
            if (adjusted[d] < alpha) {
                best += duels.get(d).loser() == at ? 1 : 0;
                worst -= duels.get(d).winner() == at ? 1 : 0;
            }
        }
        numbers.put(
                "rank",
                1.0 + contenders.stream().filter(other -> less(other, at)).count());
        numbers.put("rankLower", (double) best);
        numbers.put("rankUpper", (double) worst);
        numbers.put("best", worst == 1 ? 1.0 : 0.0);
        versusBest(at, numbers);
        return numbers;
    }

    /** The ratio to the best of the others, with an interval that holds for all comparisons at once. */
    private void versusBest(int at, Map<String, Double> numbers) {
        int rival = at == 0 ? 1 : 0;
        for (int i = 0; i < contenders.size(); i++) {
            rival = i != at && less(contenders.get(i), rival) ? i : rival;
        }
        for (Duel duel : duels) {
            if (duel.isBetween(at, rival) && duel.estimate() != null) {
                Interval bounds = duel.estimate().bounds(alpha / 2 / duels.size());
                boolean straight = duel.of() == at;
                double value = duel.estimate().value();
                numbers.put("toBestOther", straight ? value : 1 / value);
                numbers.put("toBestOtherLower", straight ? bounds.lower() : 1 / bounds.upper());
                numbers.put("toBestOtherUpper", straight ? bounds.upper() : 1 / bounds.lower());
            }
        }
    }

    private boolean less(Contender other, int than) {
        return other.series().mean() < contenders.get(than).series().mean();
    }

    /**
     * The ratio of one candidate to another.
     *
     * @param estimate null when nothing may be said
     */
    private record Duel(
            int of,
            int to,
            @org.jspecify.annotations.Nullable Estimate estimate) {
        static Duel of(List<Contender> contenders, int of, int to, MemoryGate gate) {
            PairedSeries pairs = contenders.get(of).against(contenders.get(to));
            if (!RatioInference.applies(pairs)) {
                return new Duel(of, to, null);
            }
            Inference inference = RatioInference.of(pairs, gate);
            return new Duel(of, to, inference.obstacle() == null ? inference.estimate() : null);
        }

        double pValue() {
            return estimate == null ? 1 : estimate.pValue(1);
        }

        int winner() {
            return Objects.requireNonNull(estimate, "estimate of a duel with a p-value")
                                    .value()
                            < 1
                    ? of
                    : to;
        }

        int loser() {
            return winner() == of ? to : of;
        }

        boolean isBetween(int one, int other) {
            return (of == one && to == other) || (of == other && to == one);
        }
    }
}
