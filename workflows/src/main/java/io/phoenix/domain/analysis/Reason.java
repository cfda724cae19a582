package io.phoenix.domain.analysis;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a verdict is what it is.
 *
 * @param code stable, for example {@code GOAL_MET} or {@code CANDIDATE_DOWN}
 * @param metric null when it concerns the whole run
 * @param message one sentence for people, with the numbers
 */
public record Reason(String code, @Nullable String metric, String message) {
    public Reason {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }
}
