package io.phoenix.cli;

import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.PhoenixClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One run. */
@Command(name = "get", description = "Show one run.")
final class GetCommand extends ApiCommand {
    @Parameters(paramLabel = "ID", description = RunParameter.DESCRIPTION)
    private String run = "";

    @Mixin
    private OutputOptions output = new OutputOptions();

    GetCommand(CliContext context) {
        super(context);
    }

    @Override
    int run(PhoenixClient client) {
        ExperimentResponse found = client.experiment(new Runs(client).id(run));
        output.print(out(), found, () -> ExperimentTable.of(found));
        if (output.forPeople()) {
            messages().println(PhaseLine.of(found));
        }
        return ExitCode.DONE;
    }
}
