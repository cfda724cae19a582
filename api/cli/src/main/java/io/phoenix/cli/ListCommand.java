package io.phoenix.cli;

import io.phoenix.client.ExperimentFilter;
import io.phoenix.client.ExperimentListResponse;
import io.phoenix.client.PhoenixClient;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs, newest first. */
@Command(name = "list", aliases = "ls", description = "List runs, newest first.")
final class ListCommand extends ApiCommand {
    @Option(names = "--phase", paramLabel = "PHASE", split = ",", description = "Only runs in these phases.")
    private List<String> phases = List.of();

    @Option(names = "--name", paramLabel = "NAME", description = "Only runs of this name.")
    private @Nullable String name;

    @Option(names = "--label", paramLabel = "KEY:VALUE", description = "Only runs with these labels.")
    private List<String> labels = List.of();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "At most so many (default: 20).")
    private int limit = 20;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Go on where a list ended.")
    private @Nullable String cursor;

    @Mixin
    private OutputOptions output = new OutputOptions();

    ListCommand(CliContext context) {
        super(context);
    }

    @Override
    int run(PhoenixClient client) {
        ExperimentListResponse page = client.experiments(new ExperimentFilter(phases, name, labels, limit, cursor));
        output.print(out(), page, () -> ExperimentTable.of(page.items()));
        if (output.forPeople() && page.nextCursor() != null) {
            messages().println("more: --cursor " + page.nextCursor());
        }
        return ExitCode.DONE;
    }
}
