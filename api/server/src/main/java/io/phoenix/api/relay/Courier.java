package io.phoenix.api.relay;

import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandDecision;
import io.phoenix.domain.experiment.CommandStore;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.experiment.OutboxEntry;
import io.phoenix.domain.tenant.AuditEntry;
import io.phoenix.domain.tenant.AuditStore;
import io.phoenix.workflow.experiment.ExperimentPlan;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one entry of the outbox to the engine and writes down what the engine said. */
@Singleton
public final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final String NO_RUN = "";

    private final TemporalEngine engine;
    private final ExperimentStore experiments;
    private final CommandStore commands;
    private final AuditStore audit;

    public Courier(TemporalEngine engine, ExperimentStore experiments, CommandStore commands, AuditStore audit) {
        this.engine = engine;
        this.experiments = experiments;
        this.commands = commands;
        this.audit = audit;
    }

    /**
     * Delivers the entry; repeating it changes nothing.
     *
     * @return the run id after a start, empty when there is no run to remember
     * @throws io.phoenix.error.PhoenixException when the engine or the database cannot be reached
     */
    String deliver(OutboxEntry entry) {
        return switch (entry) {
            case OutboxEntry.Start start -> start(start.ref());
            case OutboxEntry.Deliver deliver -> {
                decide(deliver.ref(), deliver.command());
                yield NO_RUN;
            }
            case OutboxEntry.Unreadable dead -> {
                refuse(dead);
                yield NO_RUN;
            }
        };
    }

    // An experiment that was deleted or aborted before its start has nothing to run any more.
    private String start(ExperimentRef ref) {
        Optional<Experiment> experiment = experiments
                .find(ref.tenant(), ref.experiment())
                .filter(found -> !found.head().phase().terminal());
        if (experiment.isEmpty()) {
            return NO_RUN;
        }
        Experiment found = experiment.get();
        return engine.start(new ExperimentPlan(found.ref(), found.spec(), found.startedBy(), found.timeScale()));
    }

    private void decide(ExperimentRef ref, Command command) {
        CommandDecision decision = switch (engine.deliver(ref, command)) {
            case Delivery.Decided(CommandDecision decided) -> decided;
            case Delivery.NotRunning() -> CommandDecision.refused("not_running", ended(ref));
        };
        if (!decision.accepted()) {
            audit.append(
                    refusal(ref, new Refused(command.id(), command.kind().lowerCaseName(), command.actor()), decision));
        }
        commands.decide(ref.tenant(), ref.experiment(), command.id(), decision);
    }

    private void refuse(OutboxEntry.Unreadable dead) {
        ExperimentRef ref = dead.ref();
        LOG.error("a command to {} is never delivered: {}", ref.title(), dead.why());
        UUID command = dead.command();
        if (command == null) {
            return;
        }
        CommandDecision decision = CommandDecision.refused(
                "unreadable",
                "this version of Phoenix cannot read the command, so it was never delivered: send it again");
        audit.append(refusal(ref, new Refused(command, "command", "phoenix:relay"), decision));
        commands.decide(ref.tenant(), ref.experiment(), command, decision);
    }

    private String ended(ExperimentRef ref) {
        return experiments
                .find(ref.tenant(), ref.experiment())
                .map(found -> found.ref().title() + " is " + found.head().phase() + ": "
                        + found.head().message())
                .orElse("the experiment is gone");
    }

    private record Refused(UUID id, String kind, String actor) {}

    // A refused Update leaves no trace in the engine's history, so this row is the only one.
    private static AuditEntry refusal(ExperimentRef ref, Refused command, CommandDecision decision) {
        String action = "experiment." + command.kind() + ".refused";
        return new AuditEntry(
                ref.tenant(),
                action + "/" + ref.experiment() + "/" + command.id(),
                Instant.now(),
                command.actor(),
                action,
                "experiment/" + ref.experiment(),
                Map.of(
                        "code", Objects.requireNonNullElse(decision.code(), "refused"),
                        "message", decision.message()));
    }
}
