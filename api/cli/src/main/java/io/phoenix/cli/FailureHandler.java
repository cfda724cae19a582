package io.phoenix.cli;

import io.phoenix.client.ConnectionException;
import io.phoenix.client.FieldError;
import io.phoenix.client.ProblemException;
import io.phoenix.client.ProblemResponse;
import java.io.PrintWriter;
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
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        PrintWriter messages = command.getErr();
        try {
            return switch (failure) {
                case ProblemException refused -> problem(messages, refused.problem());
                case ConnectionException unreachable -> unreachable(messages, unreachable);
                case CliException ours -> {
                    messages.println(ours.getMessage());
                    yield ours.exitCode();
                }
                default -> {
                    messages.println("error: " + failure.getMessage());
                    yield ExitCode.ERROR;
                }
            };
        } finally {
            messages.flush();
        }
    }

    private static int problem(PrintWriter messages, ProblemResponse problem) {
        messages.println(problem.title() + ": " + problem.detail());
        for (FieldError error : problem.errors()) {
            messages.println("  " + error.pointer() + "  " + error.message() + " (" + error.code() + ")");
        }
        if (problem.status() >= 500 && problem.traceId() != null) {
            messages.println("trace id " + problem.traceId());
        }
        return problem.status() == 401 || problem.status() == 403 ? ExitCode.ACCESS : ExitCode.ERROR;
    }

    // The file of a platform that was killed is still there.
    private int unreachable(PrintWriter messages, ConnectionException failure) {
        boolean local = context.installation()
                .platform()
                .filter(platform -> platform.urls() != null
                        && failure.server().toString().equals(platform.urls().api()))
                .isPresent();
        messages.println(
                local ? ConnectionOptions.NOT_RUNNING + " (" + failure.getMessage() + ")" : failure.getMessage());
        return ExitCode.ERROR;
    }
}
