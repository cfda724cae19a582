package io.phoenix.activity.analysis;

import io.phoenix.activity.analysis.AnalysisInput.Plan;
import io.phoenix.activity.analysis.sequential.GroupSequential;
import io.phoenix.activity.analysis.sequential.Spending;
import io.phoenix.domain.experiment.Criteria;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The looks of a plan up to now, and those that are still to come at even distances. */
final class PlannedLooks {
    private final Criteria criteria;
    private final List<Double> information;

    private PlannedLooks(Criteria criteria, List<Double> information) {
        this.criteria = criteria;
        this.information = List.copyOf(information);
    }

    static PlannedLooks of(Plan plan) {
        return new PlannedLooks(plan.criteria(), plan.information());
    }

    /** Information fractions of so many looks at even distances, the last at the end. */
    static List<Double> even(int looks) {
        return IntStream.rangeClosed(1, looks)
                .mapToObj(look -> (double) look / looks)
                .toList();
    }

    Strictness goal(double confidence) {
        return criteria.sequential()
                ? Strictness.goal(confidence, look(1 - confidence))
                : Strictness.fixed("goal", confidence);
    }

    /** The two-sided risk that one of several statements about the candidates may take now. */
    double risk(double alpha) {
        return criteria.sequential() ? look(alpha).level() : alpha;
    }

    /** One-sided, so that the symmetric bounds are those of twice the risk. */
    Strictness guardrail(double confidence) {
        return criteria.sequential()
                ? Strictness.guardrail(confidence, look(2 * (1 - confidence)))
                : Strictness.fixed("guardrail", confidence);
    }

    private Look look(double alpha) {
        double now = information.getLast();
        double[] fractions = DoubleStream.concat(
                        information.stream().mapToDouble(Double::doubleValue),
                        IntStream.rangeClosed(information.size() + 1, criteria.looks())
                                .mapToDouble(look -> (double) look / criteria.looks())
                                .filter(fraction -> fraction > now))
                .toArray();
        List<GroupSequential.Look> bounds = GroupSequential.looks(spending(), alpha, fractions);
        return new Look(
                information.size(),
                criteria.looks(),
                bounds.get(information.size() - 1),
                bounds.getLast(),
                criteria.futility() == null ? 0 : criteria.futility());
    }

    private Spending spending() {
        return switch (criteria.spending()) {
            case OBRIEN_FLEMING -> Spending.OBRIEN_FLEMING;
            case POCOCK -> Spending.POCOCK;
        };
    }
}
