package io.phoenix.domain.cost;

import io.phoenix.domain.experiment.Experiment;
import java.util.List;

/**
 * A run that was analysed, with what was priced of it.
 *
 * @param candidate the winner, or the one that ranked first
 */
public record PricedRun(Experiment experiment, String candidate, List<CostEstimate> costs) {
    public PricedRun {
        costs = costs.stream()
                .filter(cost -> cost.candidate().equals(candidate))
                .toList();
    }
}
