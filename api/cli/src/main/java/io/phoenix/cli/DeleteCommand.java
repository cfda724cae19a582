package io.phoenix.cli;

import io.phoenix.client.PhoenixClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a run that has ended. */
@Command(name = "delete", description = "Delete a run that has ended, with its measurements.")
final class DeleteCommand extends ApiCommand {
    @Parameters(paramLabel = "ID", description = RunParameter.DESCRIPTION)
    private String run = "";

    DeleteCommand(CliContext context) {
        super(context);
    }

    @Override
    int run(PhoenixClient client) {
        client.delete(new Runs(client).id(run));
        messages().println("deleted");
        return ExitCode.DONE;
    }
}
