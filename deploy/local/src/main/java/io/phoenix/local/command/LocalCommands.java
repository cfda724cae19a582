package io.phoenix.local.command;

import io.phoenix.cli.PhoenixCommands;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.PhoenixException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** Everything that {@code phoenix} can do on one machine. */
@Command(
        name = "phoenix",
        mixinStandardHelpOptions = true,
        version = "phoenix 0.1.0",
        description =
                "Tries a cheaper OpenTelemetry Collector pipeline beside the current one on the same input, proves the"
                        + " difference, and promotes it or rolls it back.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            DoctorCommand.class,
            ToolsCommand.class,
            MigrateCommand.class
        })
public final class LocalCommands {
    private LocalCommands() {}

    /** The command line with the commands of the API beside those of the machine. */
    public static CommandLine create() {
        CommandLine commands = new CommandLine(new LocalCommands());
        PhoenixCommands.addTo(commands);
        IExecutionExceptionHandler others = commands.getExecutionExceptionHandler();
        commands.setExecutionExceptionHandler((exception, command, result) -> {
            if (exception instanceof PhoenixException failure) {
                command.getErr().println("phoenix: " + failure.getMessage());
                command.getErr().flush();
                return failure.code() == ErrorCode.INVALID_REQUEST
                        ? CommandLine.ExitCode.USAGE
                        : CommandLine.ExitCode.SOFTWARE;
            }
            return others.handleExecutionException(exception, command, result);
        });
        return commands;
    }
}
