package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.multiplicity.Adjustment;
import io.phoenix.activity.analysis.multiplicity.Dunnett;
import io.phoenix.activity.analysis.statistics.Moments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All candidates at one goal: p-values after Holm, intervals after Dunnett, ranks. */
final class GoalComparison {
    private final List<Contender> contenders;
    private final double alpha;
    private final double[] holm;
    private final Optional<Dunnett> dunnett;
    private final double critical;
    private final CandidateRanks ranks;

    GoalComparison(List<Contender> contenders, MemoryGate gate, double alpha) {
        this.contenders = List.copyOf(contenders);
        this.alpha = alpha;
        this.holm = Adjustment.HOLM.of(
                contenders.stream().mapToDouble(Contender::pValue).toArray());
        this.dunnett = dunnett();
        this.critical = dunnett.map(found -> found.critical(alpha)).orElse(Double.NaN);
        this.ranks = CandidateRanks.of(contenders, gate, alpha);
    }

    /** What is shown at the goal of one contender, by test. */
    Map<String, Map<String, Double>> shown(int at) {
        Map<String, Map<String, Double>> shown = new TreeMap<>();
        shown.put("adjusted", Map.of("holm", holm[at]));
        dunnett.ifPresent(found -> shown.put("dunnett", simultaneous(found, contenders.get(at))));
        shown.put("ranking", ranks.numbers(at));
        shown.values().removeIf(numbers -> !numbers.values().stream().allMatch(Double::isFinite));
        return shown;
    }

    private Map<String, Double> simultaneous(Dunnett found, Contender own) {
        double error = own.relativeError();
        return Map.of(
                "alpha",
                alpha,
                "critical",
                critical,
                "correlation",
                found.correlation(),
                "degreesOfFreedom",
                found.degreesOfFreedom(),
                "lower",
                own.ratio() * StrictMath.exp(-critical * error),
                "upper",
                own.ratio() * StrictMath.exp(critical * error),
                "pValue",
                found.pValue(StrictMath.log(own.ratio()) / error));
    }

    /** Empty when a contender has no error bar. */
    private Optional<Dunnett> dunnett() {
        double df = contenders.stream().mapToDouble(Contender::degreesOfFreedom).reduce(Double.MAX_VALUE, Math::min);
        return df >= 1 ? Optional.of(new Dunnett(contenders.size(), df, smallestCorrelation())) : Optional.empty();
    }

    /** Of the block residuals of any two candidates; 0 where it cannot be known, which is the careful side. */
    private double smallestCorrelation() {
        double smallest = 1;
        for (int i = 1; i < contenders.size(); i++) {
            for (int j = 0; j < i; j++) {
                double[] x = contenders.get(i).series().blockResiduals();
                double[] y = contenders.get(j).series().blockResiduals();
                smallest = Math.min(smallest, x.length == y.length ? Moments.correlation(x, y) : 0);
            }
        }
        return Double.isNaN(smallest) ? 0 : smallest;
    }
}
