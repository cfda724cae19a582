package io.phoenix.activity.cost;

import io.phoenix.domain.cost.LedgerEntry.Period;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.target.TargetGeneration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which promotions a target still builds on. A promotion that was measured against what ran stands on the promotions before it;
 * one that was measured against anything else replaces them; a way back to a pipeline stands on what that one stood on. A
 * promotion of what runs already changes nothing, so the one that brought it goes on.
 */
final class ActivePipelines {
    private final Map<String, Experiment> experiments;
    private final Map<String, List<Period>> periods = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();
    private List<String> standing = List.of();

    private ActivePipelines(Map<String, Experiment> experiments) {
        this.experiments = experiments;
    }

    /** @param experiments by id */
    static ActivePipelines of(List<TargetGeneration> history, Map<String, Experiment> experiments) {
        ActivePipelines active = new ActivePipelines(experiments);
        Map<Object, List<String>> stood = new LinkedHashMap<>();
        TargetGeneration before = null;
        for (TargetGeneration generation : history.stream()
                .sorted(Comparator.comparingLong(TargetGeneration::generation))
                .toList()) {
            active.change(active.next(generation, before, stood.get(generation.hash())), generation);
            stood.put(generation.hash(), active.standing);
            before = generation;
        }
        return active;
    }

    /** When the pipeline of this experiment ran on the target, oldest first; empty when it never did. */
    List<Period> periods(String experiment) {
        return List.copyOf(periods.getOrDefault(experiment, List.of()));
    }

    /** Whether all that this experiment promoted ran already, so that another one has its saving. */
    boolean repeats(String experiment) {
        return repeated.contains(experiment) && !periods.containsKey(experiment);
    }

    private List<String> next(
            TargetGeneration generation, @Nullable TargetGeneration before, @Nullable List<String> stood) {
        if (!generation.reason().equals("promoted")) {
            return stood == null ? List.of() : stood;
        }
        if (before != null && before.hash().equals(generation.hash()) && !ownedByUncounted()) {
            repeated.add(generation.changedBy());
            return standing;
        }
        List<String> next =
                new ArrayList<>(buildsOn(generation, before == null ? null : before.pipeline()) ? standing : List.of());
        next.add(generation.changedBy());
        return next;
    }

    /** Whether the ledger leaves out what brought the pipeline that runs, so that nothing has counted it yet. */
    private boolean ownedByUncounted() {
        if (standing.isEmpty()) {
            return false;
        }
        Experiment latest = experiments.get(standing.getLast());
        return latest == null || !Ledger.counts(latest);
    }

    private boolean buildsOn(TargetGeneration generation, @Nullable PipelineRef before) {
        Experiment experiment = experiments.get(generation.changedBy());
        PipelineRef baseline =
                experiment == null ? null : experiment.spec().variants().baseline();
        return experiment != null && (baseline == null || baseline.equals(before));
    }

    private void change(List<String> next, TargetGeneration generation) {
        String reason = generation.reason().equals("promoted") ? "replaced" : generation.reason();
        for (String experiment : standing) {
            if (!next.contains(experiment)) {
                periods.computeIfPresent(experiment, (id, known) -> {
                    known.addLast(new Period(known.removeLast().since(), generation.at(), reason));
                    return known;
                });
            }
        }
        for (String experiment : next) {
            if (!standing.contains(experiment)) {
                periods.computeIfAbsent(experiment, id -> new ArrayList<>())
                        .add(new Period(generation.at(), null, "active"));
            }
        }
        standing = List.copyOf(next);
    }
}
