package io.phoenix.domain.analysis;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the engine found, the same for the same stored series on any JVM.
 *
 * @param schema version of this shape, {@code phoenix.analysis/v1}
 * @param scope what the inference speaks of: {@code host}, {@code fleet} or {@code observed level}
 * @param candidates by rank
 * @param parity by candidate, in the order of the names; empty when the input was not measured and need not be
 * @param plan the criteria, step and memory used, as written in a plan file
 * @param inputDigest SHA-256 of the canonical series and the plan
 */
public record AnalysisResult(
        String schema,
        Verdict verdict,
        List<Reason> reasons,
        String scope,
        List<CandidateResult> candidates,
        Map<String, ParityResult> parity,
        Map<String, Object> plan,
        String inputDigest) {
    /** The version that this code writes. */
    public static final String SCHEMA = "phoenix.analysis/v1";

    public AnalysisResult {
        reasons = List.copyOf(reasons);
        candidates = List.copyOf(candidates);
        parity = Collections.unmodifiableMap(new TreeMap<>(parity));
    }

    /** The same run with other verdicts on its candidates, ranked; its verdict and reasons are those of the first. */
    public AnalysisResult withCandidates(List<CandidateResult> decided) {
        List<CandidateResult> ranked = Ranking.of(decided);
        CandidateResult first = ranked.getFirst();
        return new AnalysisResult(schema, first.verdict(), first.reasons(), scope, ranked, parity, plan, inputDigest);
    }

    /** The best candidate when it is to be promoted. */
    public Optional<CandidateResult> winner() {
        return candidates.stream()
                .filter(candidate -> candidate.verdict() == Verdict.PROMOTE)
                .findFirst();
    }
}
