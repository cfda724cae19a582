package io.phoenix.domain.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From what was found of a candidate to its verdict. The order of the rules is the contract:
 *
 * <ol>
 *   <li>a deterministic guardrail that the candidate broke: REJECT
 *   <li>baseline or input lost, parity broken, or data of a named metric that cannot be trusted: INVALID
 *   <li>a guardrail that fails with confidence, or a goal that cannot be met any more: REJECT
 *   <li>anything undecided: INCONCLUSIVE, which never promotes
 *   <li>else PROMOTE, marked SUSPICIOUS when the reduction is too good to be believed
 * </ol>
 */
public final class DecisionRule {
    private static final Set<String> REPAIRED_BY_TIME =
            Set.of(ReasonCode.LOW_COVERAGE.name(), ReasonCode.TOO_SHORT.name());

    private DecisionRule() {}

    /** The verdict on one candidate, not yet ranked. */
    public static CandidateResult decide(CandidateEvidence evidence) {
        List<Reason> lost = reasons(evidence.findings().stream().filter(Finding::rejects));
        if (!lost.isEmpty()) {
            return result(evidence, Verdict.REJECT, lost);
        }
        List<Reason> untrusted = untrusted(evidence);
        if (!untrusted.isEmpty()) {
            return result(evidence, Verdict.INVALID, untrusted);
        }
        List<Reason> failed = named(evidence, MetricOutcome.FAIL);
        if (!failed.isEmpty()) {
            return result(evidence, Verdict.REJECT, failed);
        }
        List<Reason> undecided = undecided(evidence);
        if (!undecided.isEmpty()) {
            return result(evidence, Verdict.INCONCLUSIVE, undecided);
        }
        return result(evidence, Verdict.PROMOTE, won(evidence));
    }

    /**
     * Whether more time could repair the result without being a second look: every reason for it is that data were too
     * few.
     */
    public static boolean extensible(AnalysisResult result) {
        return result.verdict() != Verdict.PROMOTE
                && !result.reasons().isEmpty()
                && result.reasons().stream()
                        .map(Reason::code)
                        .filter(code -> !code.equals(ReasonCode.MEMORY_UNKNOWN.name()))
                        .allMatch(REPAIRED_BY_TIME::contains);
    }

    /**
     * Whether a run may end at an early look: every candidate has won, has lost, or is as good as lost where the criteria
     * ask for that end.
     */
    public static boolean settled(AnalysisResult result) {
        return result.candidates().stream()
                .allMatch(candidate -> candidate.verdict() == Verdict.PROMOTE
                        || candidate.verdict() == Verdict.REJECT
                        || candidate.has(ReasonCode.UNPROMISING));
    }

    private static List<Reason> reasons(Stream<Finding> findings) {
        return findings.map(Finding::reason).distinct().toList();
    }

    /** Findings against the input; those against the candidate have decided already. */
    private static List<Reason> untrusted(CandidateEvidence evidence) {
        List<Reason> reasons = new ArrayList<>(reasons(evidence.findings().stream()));
        ParityResult parity = evidence.parity();
        if (parity != null && (MetricOutcome.FAIL.of(parity) || MetricOutcome.INVALID.of(parity))) {
            reasons.addAll(ReasonText.ofParity(parity));
        }
        reasons.addAll(named(evidence, MetricOutcome.INVALID));
        return reasons;
    }

    private static List<Reason> undecided(CandidateEvidence evidence) {
        List<Reason> reasons = new ArrayList<>();
        ParityResult parity = evidence.parity();
        if (parity != null && MetricOutcome.INCONCLUSIVE.of(parity)) {
            reasons.addAll(ReasonText.ofParity(parity));
        }
        reasons.addAll(named(evidence, MetricOutcome.INCONCLUSIVE));
        if (evidence.criteria().goals().isEmpty()) {
            reasons.add(ReasonCode.NO_GOAL.because(null, ""));
        }
        return reasons;
    }

    private static List<Reason> won(CandidateEvidence evidence) {
        List<Reason> reasons = new ArrayList<>(named(evidence, MetricOutcome.PASS));
        double declared = evidence.declaredReduction() == null ? 0 : evidence.declaredReduction();
        metrics(evidence)
                .filter(metric -> metric.role().equals("goal"))
                .filter(metric -> metric.saving() != null
                        && metric.saving() > Math.max(Thresholds.SUSPICIOUS_REDUCTION, declared))
                .forEach(metric -> reasons.add(ReasonText.suspicious(metric)));
        metrics(evidence)
                .filter(metric -> metric.stamps().contains(ReasonCode.MEMORY_UNKNOWN.name()))
                .findFirst()
                .ifPresent(metric -> reasons.add(ReasonText.memoryUnknown(metric)));
        return reasons;
    }

    private static List<Reason> named(CandidateEvidence evidence, MetricOutcome outcome) {
        return metrics(evidence)
                .filter(outcome::of)
                .flatMap(metric -> ReasonText.ofMetric(metric, evidence.criteria()).stream())
                .toList();
    }

    /** The metrics that the criteria name; the others are shown and never decide. */
    private static Stream<MetricResult> metrics(CandidateEvidence evidence) {
        return evidence.metrics().stream()
                .filter(metric -> metric.role().equals("goal")
                        || metric.role().equals("guardrail")
                        || metric.role().equals("hard"));
    }

    private static CandidateResult result(CandidateEvidence evidence, Verdict verdict, List<Reason> reasons) {
        return new CandidateResult(evidence.name(), verdict, reasons, 1, evidence.metrics());
    }
}
