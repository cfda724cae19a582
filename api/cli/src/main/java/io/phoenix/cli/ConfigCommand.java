package io.phoenix.cli;

import io.phoenix.client.PhoenixClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The configuration that a collector of the run was given. */
@Command(name = "config", description = "Print the collector configuration of a variant, as YAML.")
final class ConfigCommand extends ApiCommand {
    @Parameters(paramLabel = "ID", description = RunParameter.DESCRIPTION)
    private String run = "";

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            defaultValue = "candidate",
            description = "baseline, source or a candidate's name (default: ${DEFAULT-VALUE}).")
    private String variant = "candidate";

    ConfigCommand(CliContext context) {
        super(context);
    }

    @Override
    int run(PhoenixClient client) {
        out().print(client.configuration(new Runs(client).id(run), variant));
        out().flush();
        return ExitCode.DONE;
    }
}
