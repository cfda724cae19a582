package io.phoenix.cli;

import io.phoenix.client.CommandRequest;
import io.phoenix.client.CommandResponse;
import io.phoenix.client.PhoenixClient;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks a running experiment for something and waits for its decision. */
abstract class VerbCommand extends ApiCommand {
    private static final Duration REST = Duration.ofMillis(500);
    private static final int LOOKS = 120;

    private final String verb;

    @Parameters(paramLabel = "ID", description = RunParameter.DESCRIPTION)
    private String run = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the history.")
    private @Nullable String reason;

    @Option(names = "--no-wait", description = "Do not wait for the decision of the run.")
    private boolean noWait;

    @Mixin
    private OutputOptions output = new OutputOptions();

    VerbCommand(CliContext context, String verb) {
        super(context);
        this.verb = verb;
    }

    /** How much longer, for the one verb that needs it. */
    abstract @Nullable String duration();

    @Override
    final int run(PhoenixClient client) {
        String id = new Runs(client).id(run);
        CommandResponse taken = client.command(
                id,
                verb,
                new CommandRequest(reason, duration()),
                UUID.randomUUID().toString());
        CommandResponse seen = noWait ? taken : decided(client, taken);
        output.print(out(), seen, () -> table(seen));
        return exitCode(seen);
    }

    private int exitCode(CommandResponse seen) {
        return switch (seen.state()) {
            case "ACCEPTED" -> ExitCode.DONE;
            case "REFUSED" -> ExitCode.ERROR;
            default -> noWait ? ExitCode.DONE : ExitCode.TIMEOUT;
        };
    }

    private static CommandResponse decided(PhoenixClient client, CommandResponse taken) {
        CommandResponse seen = taken;
        for (int look = 0; look < LOOKS && seen.state().equals("PENDING"); look++) {
            rest();
            seen = client.command(seen.experiment(), seen.id());
        }
        return seen;
    }

    private static void rest() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(ExitCode.INTERRUPTED, "interrupted; the command stands");
        }
    }

    private static Table table(CommandResponse seen) {
        return new Table("COMMAND", "STATE", "MESSAGE", "ID").row(seen.kind(), seen.state(), seen.message(), seen.id());
    }
}
