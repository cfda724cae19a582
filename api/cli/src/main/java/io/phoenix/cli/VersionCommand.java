package io.phoenix.cli;

import io.phoenix.client.ConnectionException;
import io.phoenix.client.PhoenixClient;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which Phoenix this is and which one answers. */
@Command(name = "version", description = "Print the versions of the command line and of the server.")
final class VersionCommand implements Callable<Integer> {
    private final CliContext context;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    VersionCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        out.println("phoenix "
                + Objects.requireNonNullElse(
                        VersionCommand.class.getPackage().getImplementationVersion(), "development"));
        out.println("java " + Runtime.version());
        out.println("server " + server());
        out.flush();
        return ExitCode.DONE;
    }

    private String server() {
        try {
            PhoenixClient client = connection.client(context, spec.commandLine().getErr());
            return client.version().version();
        } catch (CliException | ConnectionException e) {
            return "not reached: " + e.getMessage();
        }
    }
}
