package io.phoenix.domain.analysis;

import io.phoenix.domain.experiment.Criteria;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the decision on one candidate rests on.
 *
 * @param findings deterministic guardrails that broke and concern this candidate
 * @param parity null when the input was not measured and need not be
 * @param metrics with their outcomes
 * @param declaredReduction share that the candidate's template declares to drop; null: none declared
 */
public record CandidateEvidence(
        String name,
        Criteria criteria,
        List<Finding> findings,
        @Nullable ParityResult parity,
        List<MetricResult> metrics,
        @Nullable Double declaredReduction) {
    public CandidateEvidence {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(criteria, "criteria");
        findings = List.copyOf(findings);
        metrics = List.copyOf(metrics);
    }
}
