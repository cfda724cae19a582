package io.phoenix.local;

import io.phoenix.local.command.LocalCommands;
import picocli.CommandLine;

/** The one main class of {@code phoenix}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        CommandLine commands = LocalCommands.create();
        System.exit(commands.execute(arguments));
    }
}
