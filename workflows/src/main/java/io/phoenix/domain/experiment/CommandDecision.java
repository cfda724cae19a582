package io.phoenix.domain.experiment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow said to a command.
 *
 * @param code stable code of a refusal, null when accepted
 * @param message one sentence; a refusal names what won
 */
public record CommandDecision(boolean accepted, @Nullable String code, String message) {
    public CommandDecision {
        Objects.requireNonNull(message, "message");
    }

    public static CommandDecision accepted(String message) {
        return new CommandDecision(true, null, message);
    }

    public static CommandDecision refused(String code, String message) {
        return new CommandDecision(false, Objects.requireNonNull(code, "code"), message);
    }
}
