package io.phoenix.simulator;

import picocli.CommandLine;

/** Starts the process simulator. */
public final class Main {
    private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

    private Main() {}

    public static void main(String[] arguments) {
        if (System.getProperty(LOG_FORMAT) == null) {
            System.setProperty(LOG_FORMAT, "%1$tFT%1$tT.%1$tL%1$tz %4$s %5$s%6$s%n");
        }
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SimulateCommand()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("phoenix-simulator: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
    }
}
