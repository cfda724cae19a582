package io.phoenix.domain.analysis;

import java.util.Objects;

/**
 * A deterministic guardrail that broke: no statistics are needed to decide.
 *
 * @param variant the candidate it speaks of, or {@code baseline} or {@code source} for every candidate
 */
public record Finding(ReasonCode code, String variant, String detail) {
    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(variant, "variant");
        Objects.requireNonNull(detail, "detail");
    }

    /** Whether the candidate is to blame; otherwise the data cannot be trusted. */
    public boolean rejects() {
        return code == ReasonCode.CANDIDATE_DOWN
                || code == ReasonCode.CRITICAL_PROCESS_LOST
                || code == ReasonCode.CANDIDATE_EMPTY;
    }

    /** Whether it concerns this candidate. */
    public boolean concerns(String candidate) {
        return !rejects() || variant.equals(candidate);
    }

    public Reason reason() {
        return code.because(null, detail);
    }
}
