package io.phoenix.domain.analysis;

import java.util.List;

/**
 * The verdict on one candidate with the metrics it rests on, in the order of the metric catalogue.
 *
 * @param rank from 1, the best first
 */
public record CandidateResult(
        String name, Verdict verdict, List<Reason> reasons, int rank, List<MetricResult> metrics) {
    public CandidateResult {
        reasons = List.copyOf(reasons);
        metrics = List.copyOf(metrics);
    }

    /** The same candidate at this rank. */
    public CandidateResult ranked(int newRank) {
        return new CandidateResult(name, verdict, reasons, newRank, metrics);
    }

    /** The same candidate with another verdict. */
    public CandidateResult decided(Verdict newVerdict, List<Reason> newReasons) {
        return new CandidateResult(name, newVerdict, newReasons, rank, metrics);
    }

    /** The same verdict with other numbers shown beside it. */
    public CandidateResult withMetrics(List<MetricResult> shown) {
        return new CandidateResult(name, verdict, reasons, rank, shown);
    }

    /** Whether this reason was given. */
    public boolean has(ReasonCode code) {
        return reasons.stream().anyMatch(reason -> reason.code().equals(code.name()));
    }
}
