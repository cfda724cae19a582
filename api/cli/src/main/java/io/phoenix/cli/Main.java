package io.phoenix.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line without the platform: for machines that only speak to a server. */
@Command(
        name = "phoenix",
        description = "Try a cheaper OpenTelemetry Collector pipeline, prove the saving, promote the winner.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(CliContext.current()).execute(arguments));
    }

    static CommandLine commandLine(CliContext context) {
        return PhoenixCommands.addTo(new CommandLine(new Main()), context);
    }
}
