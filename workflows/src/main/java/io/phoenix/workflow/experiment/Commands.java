package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandDecision;
import io.phoenix.domain.experiment.CommandKind;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people ask of a run, by Update or by signal. The first terminal command that is accepted wins. */
final class Commands {
    /** The actor of what the run decides by itself. */
    static final String WORKFLOW = "workflow";

    private final ExperimentPlan plan;
    private final Run run;
    private final Measuring measuring;
    private final Journal journal;
    private final Map<UUID, CommandDecision> processed = new LinkedHashMap<>();
    private @Nullable Command winner;
    private String decision = "";
    private Runnable onAbort = () -> {};

    Commands(ExperimentPlan plan, Run run, Measuring measuring, Journal journal) {
        this.plan = plan;
        this.run = run;
        this.measuring = measuring;
        this.journal = journal;
    }

    void restore(List<ProcessedCommand> commands) {
        commands.forEach(command -> processed.put(command.id(), command.decision()));
    }

    List<ProcessedCommand> processed() {
        List<ProcessedCommand> commands = new ArrayList<>();
        processed.forEach((id, decision) -> commands.add(new ProcessedCommand(id, decision)));
        return commands;
    }

    /** What an abort interrupts. */
    void onAbort(Runnable interrupt) {
        onAbort = interrupt;
        if (aborted()) {
            interrupt.run();
        }
    }

    Optional<Command> winner() {
        return Optional.ofNullable(winner);
    }

    /** What was decided, by whom and why; empty before a decision. */
    String decision() {
        return decision;
    }

    boolean aborted() {
        return winner != null && winner.kind() == CommandKind.ABORT;
    }

    /** Refuses the Update before it leaves a trace; a repeated one passes to get its answer again. */
    void validate(CommandKind kind, Command command) {
        if (processed.containsKey(command.id())) {
            return;
        }
        Refusal refusal = situation().refusal(kind, command);
        if (refusal != null) {
            throw new RefusedCommandException(refusal);
        }
    }

    /** Takes an Update that was validated; the same id again gets the same answer. */
    CommandDecision accept(CommandKind kind, Command command) {
        CommandDecision before = processed.get(command.id());
        if (before != null) {
            return before;
        }
        Refusal refusal = situation().refusal(kind, command);
        if (refusal != null) {
            throw refusal.failure();
        }
        CommandDecision decision = apply(command, by(command));
        processed.put(command.id(), decision);
        return decision;
    }

    /** Takes a signal from the engine's own tools; one that cannot be taken leaves an event only. */
    void signal(CommandKind kind, @Nullable SignalNote note) {
        Command command =
                new Command(Workflow.randomUUID(), kind, Command.UNVERIFIED, note == null ? null : said(note), null);
        if (!plan.spec().decision().approval().engineSignals()) {
            ignored(kind, "this experiment takes no commands from the engine's own tools");
            return;
        }
        Refusal refusal = situation().refusal(kind, command);
        if (refusal == null) {
            apply(command, given(signalAuthor(note), note == null ? null : note.reason()));
        } else {
            ignored(kind, refusal.message());
        }
    }

    /** Decides in place of a person who did not. */
    void decideByDefault(CommandKind kind, String reason) {
        Command command = new Command(Workflow.randomUUID(), kind, WORKFLOW, reason, null);
        apply(command, by(command));
    }

    /** @param by who gave it and why, as messages say it */
    private CommandDecision apply(Command command, String by) {
        String message = switch (command.kind()) {
            case APPROVE -> decide(command, "approved" + by);
            case REJECT -> decide(command, "rejected" + by);
            case ABORT -> decide(command, "aborted" + by);
            case PAUSE -> "paused" + by;
            case RESUME -> "resumed" + by;
            case EXTEND -> extend(command) + by;
        };
        switch (command.kind()) {
            case PAUSE -> {
                measuring.interrupt();
                run.pause(message);
            }
            case RESUME -> run.resume(message);
            default -> run.tell(message.substring(0, message.indexOf(' ')), message);
        }
        journal.audit("command/" + command.id(), command.actor(), command.kind().lowerCaseName(), details(command));
        if (command.kind() == CommandKind.ABORT) {
            onAbort.run();
        }
        return CommandDecision.accepted(message);
    }

    private String decide(Command command, String message) {
        winner = command;
        decision = message;
        return message;
    }

    private String extend(Command command) {
        int points = Grid.stepsIn(
                Objects.requireNonNull(command.duration()), plan.spec().timing());
        measuring.extend(points);
        return "extended by " + Words.of(command.duration());
    }

    private void ignored(CommandKind kind, String why) {
        run.note("signal_ignored", "signal " + kind.lowerCaseName() + " ignored: " + why);
    }

    private Situation situation() {
        return new Situation(
                plan, run.phase(), run.paused(), run.closing(), winner, looked(), measuring.extensiblePoints());
    }

    private boolean looked() {
        return run.analysis().isPresent() || measuring.windows().size() >= measuring.plannedWindows();
    }

    private static String by(Command command) {
        return given(command.actor(), command.reason());
    }

    private static String given(String author, @Nullable String reason) {
        return " by " + author + (reason == null ? "" : ": " + Words.printable(reason));
    }

    private static String signalAuthor(@Nullable SignalNote note) {
        String name = note == null || note.by() == null ? "somebody" : Words.printable(note.by());
        return name + " (unverified, through the engine)";
    }

    private static @Nullable String said(SignalNote note) {
        if (note.by() == null) {
            return note.reason();
        }
        return (note.reason() == null ? "" : note.reason() + " ") + "(says " + note.by() + ")";
    }

    private static Map<String, String> details(Command command) {
        return command.reason() == null ? Map.of() : Map.of("reason", command.reason());
    }
}
