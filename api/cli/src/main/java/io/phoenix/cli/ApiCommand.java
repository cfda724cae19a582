package io.phoenix.cli;

import io.phoenix.client.PhoenixClient;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;

/** A command that asks an API server. */
abstract class ApiCommand implements Callable<Integer> {
    private final CliContext context;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ApiCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public final Integer call() {
        requireNames();
        return run(client());
    }

    // An empty one would ask for the list that it should name an item of.
    private void requireNames() {
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            if (parameter.getValue() instanceof String text && text.isBlank()) {
                throw new CliException(
                        ExitCode.USAGE,
                        parameter.paramLabel() + " is empty, expected: " + String.join(" ", parameter.description()));
            }
        }
    }

    /** For the server where it is now, which may have moved since the last call. */
    final PhoenixClient client() {
        return connection.client(context, messages());
    }

    /** @return the exit code */
    abstract int run(PhoenixClient client);

    final CliContext context() {
        return context;
    }

    final ConnectionOptions connection() {
        return connection;
    }

    final CommandSpec spec() {
        return spec;
    }

    /** Standard output: data only. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Standard error: everything that is said to people. */
    final PrintWriter messages() {
        return spec.commandLine().getErr();
    }
}
