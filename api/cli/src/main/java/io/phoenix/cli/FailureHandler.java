package io.phoenix.cli;

import io.phoenix.client.ConnectionException;
import io.phoenix.client.FieldError;
import io.phoenix.client.ProblemException;
import io.phoenix.client.ProblemResponse;
import java.io.PrintWriter;
import java.net.SocketTimeoutException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says on standard error, in a sentence, why a command failed, and gives the exit code for it. */
public final class FailureHandler implements IExecutionExceptionHandler {
    private final CliContext context;

    public FailureHandler(CliContext context) {
        this.context = context;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter messages = command.getErr();
        return switch (failure) {
            case ProblemException refused -> problem(messages, refused.problem());
            case ConnectionException unreachable -> tell(messages, wayOut(unreachable), ExitCode.ERROR);
            case CliException ours -> tell(messages, ours.getMessage(), ours.exitCode());
            default ->
                tell(
                        messages,
                        Objects.requireNonNullElse(
                                failure.getMessage(), failure.getClass().getSimpleName()),
                        ExitCode.ERROR);
        };
    }

    /** One line to people; every failure of a command looks like this. */
    static void tell(PrintWriter messages, @Nullable String message) {
        messages.println("phoenix: " + message);
        messages.flush();
    }

    private static int tell(PrintWriter messages, @Nullable String message, int exitCode) {
        tell(messages, message);
        return exitCode;
    }

    private static int problem(PrintWriter messages, ProblemResponse problem) {
        // One mistake is the detail already, without its pointer.
        tell(messages, problem.title() + (problem.errors().size() == 1 ? "" : ": " + problem.detail()));
        for (FieldError error : problem.errors()) {
            messages.println("  " + error.pointer() + "  " + error.message() + " (" + error.code() + ")");
        }
        if (problem.status() >= 500 && problem.traceId() != null) {
            messages.println("  trace id " + problem.traceId());
        }
        messages.flush();
        return switch (problem.status()) {
            case 400, 413, 422 -> ExitCode.USAGE;
            case 401, 403 -> ExitCode.ACCESS;
            default -> ExitCode.ERROR;
        };
    }

    private String wayOut(ConnectionException failure) {
        if (failure.getCause() instanceof SocketTimeoutException) {
            return failure.getMessage() + ": give it longer with --timeout, or look at ./phoenix status";
        }
        return local(failure)
                ? ConnectionOptions.NOT_RUNNING + " (" + failure.getMessage() + ")"
                : failure.getMessage()
                        + ": start Phoenix there with ./phoenix up, or name another server with --server or PHOENIX_SERVER";
    }

    // The file of a platform that was killed is still there.
    private boolean local(ConnectionException failure) {
        return context.installation()
                .platform()
                .filter(platform -> platform.urls() != null
                        && failure.server().toString().equals(platform.urls().api()))
                .isPresent();
    }
}
