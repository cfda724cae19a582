package io.phoenix.activity.analysis.planning;

import io.phoenix.activity.analysis.sequential.GroupSequential;
import io.phoenix.activity.analysis.sequential.Spending;
import io.phoenix.activity.analysis.statistics.Normal;
import io.phoenix.domain.experiment.Criteria;
import java.util.stream.IntStream;

/**
 * What is left of the risk for the last of several looks at even distances, which has all of the data. A run is planned to
 * show its goals there; that an earlier look may show them already is a gain.
 *
 * @param looks 1: the only one, with all of the risk
 * @param risk two-sided, of all looks together
 * @param level two-sided, with which the p-value of the last look is compared
 * @param futility chance below which a look ends the run; 0: none does
 */
public record FinalLook(int looks, double risk, double level, double futility) {
    public static FinalLook of(Criteria criteria, double risk) {
        if (!criteria.sequential()) {
            return new FinalLook(1, risk, risk, 0);
        }
        int looks = criteria.looks();
        double[] even = IntStream.rangeClosed(1, looks)
                .mapToDouble(look -> (double) look / looks)
                .toArray();
        Spending spending = Spending.valueOf(criteria.spending().name());
        double level = GroupSequential.looks(spending, risk, even).getLast().level();
        return new FinalLook(looks, risk, level, criteria.futility() == null ? 0 : criteria.futility());
    }

    /**
     * A goal, which is shown two-sided. An end for futility below the chance c multiplies the chance to miss by at most
     * 1 / (1 - c) (Lan, Simon and Halperin 1982), so as much less is left to the last look.
     */
    public Target goal() {
        return new Target(level / 2, 1 - (1 - Target.USUAL_POWER) * (1 - futility));
    }

    /**
     * A goal that is shown as often as not. No looks find more than one look with all of the data and of the risk does, the
     * most powerful test (Neyman and Pearson 1933): what has less than an even chance there has less with any looks.
     */
    public Target evenGoal() {
        return new Target(risk / 2, 0.5);
    }

    /** How many times as many pairs as with one look are needed, for many degrees of freedom. */
    public double inflation() {
        double one = Normal.critical(risk / 2) + Normal.critical(1 - Target.USUAL_POWER);
        Target target = goal();
        double several = Normal.critical(target.tail()) + Normal.critical(1 - target.power());
        return several / one * (several / one);
    }
}
