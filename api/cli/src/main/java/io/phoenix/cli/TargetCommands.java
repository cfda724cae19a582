package io.phoenix.cli;

import io.phoenix.client.PhoenixClient;
import io.phoenix.client.TargetGenerationResponse;
import io.phoenix.client.TargetHistoryResponse;
import io.phoenix.client.TargetListResponse;
import io.phoenix.client.TargetResponse;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What people ask of targets. */
final class TargetCommands {
    private TargetCommands() {}

    /** All of them. */
    @Command(name = "list", aliases = "ls", description = "List targets.")
    static final class ListTargets extends ApiCommand {
        @Mixin
        private OutputOptions output = new OutputOptions();

        ListTargets(CliContext context) {
            super(context);
        }

        @Override
        int run(PhoenixClient client) {
            TargetListResponse targets = client.targets();
            output.print(out(), targets, () -> table(targets.items()));
            return ExitCode.DONE;
        }
    }

    /** One. */
    @Command(name = "get", description = "Show what a target runs.")
    static final class Get extends ApiCommand {
        @Parameters(paramLabel = "NAME", description = "Name of the target.")
        private String name = "";

        @Mixin
        private OutputOptions output = new OutputOptions();

        Get(CliContext context) {
            super(context);
        }

        @Override
        int run(PhoenixClient client) {
            TargetResponse target = client.target(name);
            output.print(out(), target, () -> table(List.of(target)));
            return ExitCode.DONE;
        }
    }

    /** What ran before. */
    @Command(name = "history", description = "Show every generation of a target, newest first.")
    static final class History extends ApiCommand {
        @Parameters(paramLabel = "NAME", description = "Name of the target.")
        private String name = "";

        @Mixin
        private OutputOptions output = new OutputOptions();

        History(CliContext context) {
            super(context);
        }

        @Override
        int run(PhoenixClient client) {
            TargetHistoryResponse history = client.history(name);
            output.print(out(), history, () -> generations(history));
            return ExitCode.DONE;
        }
    }

    /** The way back. */
    @Command(name = "rollback", description = "Let a target run the pipeline of an earlier generation again.")
    static final class Rollback extends ApiCommand {
        @Parameters(paramLabel = "NAME", description = "Name of the target.")
        private String name = "";

        @Option(
                names = "--to",
                paramLabel = "GENERATION",
                required = true,
                description = "An earlier generation from its history.")
        private long generation;

        @Mixin
        private OutputOptions output = new OutputOptions();

        Rollback(CliContext context) {
            super(context);
        }

        @Override
        int run(PhoenixClient client) {
            TargetResponse target =
                    client.rollBack(name, generation, UUID.randomUUID().toString());
            output.print(out(), target, () -> table(List.of(target)));
            return ExitCode.DONE;
        }
    }

    private static Table table(List<TargetResponse> targets) {
        Table table = new Table("NAME", "KIND", "GENERATION", "PIPELINE", "HASH", "HELD BY");
        for (TargetResponse target : targets) {
            table.row(
                    target.name(),
                    target.kind(),
                    target.generation(),
                    target.active().template(),
                    target.activeHash(),
                    target.holder());
        }
        return table;
    }

    private static Table generations(TargetHistoryResponse history) {
        Table table = new Table("GENERATION", "PIPELINE", "REASON", "BY", "AT", "HASH");
        for (TargetGenerationResponse entry : history.items()) {
            table.row(
                    entry.generation(),
                    entry.pipeline().template(),
                    entry.reason(),
                    entry.changedBy(),
                    ExperimentTable.seconds(entry.at()),
                    entry.hash());
        }
        return table;
    }
}
