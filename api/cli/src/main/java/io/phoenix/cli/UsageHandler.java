package io.phoenix.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says on standard error what is wrong with a command line and how the command is used. */
final class UsageHandler implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter messages = command.getErr();
        FailureHandler.tell(messages, failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, messages);
        command.usage(messages, command.getColorScheme());
        messages.flush();
        return ExitCode.USAGE;
    }
}
