package io.phoenix.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** A verb that needs nothing but the run: approve, reject, abort, pause or resume. */
@Command
final class DecisionCommand extends VerbCommand {
    DecisionCommand(CliContext context, String verb) {
        super(context, verb);
    }

    @Override
    @Nullable
    String duration() {
        return null;
    }
}
