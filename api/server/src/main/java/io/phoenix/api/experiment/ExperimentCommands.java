package io.phoenix.api.experiment;

import io.phoenix.api.SubmissionConfig;
import io.phoenix.api.problem.InvalidValue;
import io.phoenix.api.relay.RelaySignal;
import io.phoenix.api.request.IdempotencyKey;
import io.phoenix.client.CommandRequest;
import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.CommandStore;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.StoredCommand;
import io.phoenix.domain.shape.DurationText;
import io.phoenix.domain.tenant.Principal;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands to experiments: stored with their outbox entry, then awaited for a while. */
@Singleton
final class ExperimentCommands {
    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final Duration LONGEST_REST = Duration.ofMillis(200);
    private static final int LONGEST_REASON = 1000;

    private final CommandStore commands;
    private final RelaySignal relay;
    private final SubmissionConfig config;

    ExperimentCommands(CommandStore commands, RelaySignal relay, SubmissionConfig config) {
        this.commands = commands;
        this.relay = relay;
        this.config = config;
    }

    /** Whether the caller has sent this command before. */
    boolean known(Principal caller, Experiment experiment, IdempotencyKey key) {
        return commands.find(caller.tenant(), experiment.ref().experiment(), id(caller, experiment, key))
                .isPresent();
    }

    private static UUID id(Principal caller, Experiment experiment, IdempotencyKey key) {
        return key.idWithin(caller.subject() + "\n" + experiment.ref().experiment());
    }

    /** Stores the command and answers it with its decision, or without one when that takes too long. */
    StoredCommand submit(
            Principal caller, Experiment experiment, CommandKind kind, CommandRequest request, IdempotencyKey key) {
        Command command = new Command(
                id(caller, experiment, key),
                kind,
                caller.subject(),
                reason(request),
                duration(kind, request.duration()));
        StoredCommand stored = commands.submit(caller.tenant(), experiment.ref().experiment(), command);
        relay.nudge();
        return stored.decision() == null ? awaitDecision(caller, experiment, stored) : stored;
    }

    private StoredCommand awaitDecision(Principal caller, Experiment experiment, StoredCommand stored) {
        long deadline = System.nanoTime() + config.decisionWait().toNanos();
        Duration rest = FIRST_LOOK;
        StoredCommand seen = stored;
        while (seen.decision() == null && System.nanoTime() < deadline) {
            if (!slept(rest)) {
                return seen;
            }
            rest = rest.multipliedBy(2).compareTo(LONGEST_REST) < 0 ? rest.multipliedBy(2) : LONGEST_REST;
            seen = commands.find(
                            caller.tenant(),
                            experiment.ref().experiment(),
                            stored.command().id())
                    .orElseThrow(() -> new FinalException(ErrorCode.NOT_FOUND, "the experiment was deleted meanwhile"));
        }
        return seen;
    }

    private static boolean slept(Duration rest) {
        try {
            Thread.sleep(rest);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static @Nullable String reason(CommandRequest request) {
        String reason = request.reason();
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw InvalidValue.of("reason", "length", "reason has more than " + LONGEST_REASON + " characters");
        }
        if (reason != null && reason.indexOf('\0') >= 0) {
            throw InvalidValue.of("reason", "syntax", "reason holds the character NUL, which is no text");
        }
        return reason;
    }

    private static @Nullable Duration duration(CommandKind kind, @Nullable String text) {
        if (kind != CommandKind.EXTEND) {
            if (text != null) {
                throw InvalidValue.of("duration", "unknown_field", "only extend takes a duration");
            }
            return null;
        }
        if (text == null) {
            throw InvalidValue.of("duration", "required", "duration is missing: how much longer, for example 5m");
        }
        return DurationText.parse(text)
                .filter(Duration::isPositive)
                .orElseThrow(() -> InvalidValue.of(
                        "duration", "syntax", "'" + text + "' is not a positive duration, for example 90s or 5m"));
    }
}
