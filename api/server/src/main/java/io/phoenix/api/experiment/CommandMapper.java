package io.phoenix.api.experiment;

import io.phoenix.client.CommandResponse;
import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandDecision;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.StoredCommand;
import io.phoenix.domain.shape.DurationText;
import org.jspecify.annotations.Nullable;

/** Commands as the interface shows them. */
final class CommandMapper {
    private CommandMapper() {}

    static CommandResponse of(Experiment experiment, StoredCommand stored) {
        Command command = stored.command();
        CommandDecision decision = stored.decision();
        return new CommandResponse(
                command.id().toString(),
                experiment.ref().experiment().toString(),
                command.kind().lowerCaseName(),
                command.actor(),
                command.reason(),
                command.duration() == null ? null : DurationText.format(command.duration()),
                state(decision),
                decision == null ? null : decision.code(),
                decision == null ? null : decision.message(),
                stored.createdAt());
    }

    private static String state(@Nullable CommandDecision decision) {
        if (decision == null) {
            return "PENDING";
        }
        return decision.accepted() ? "ACCEPTED" : "REFUSED";
    }
}
