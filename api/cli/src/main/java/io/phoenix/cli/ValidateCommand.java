package io.phoenix.cli;

import io.phoenix.client.FieldError;
import io.phoenix.client.PhoenixClient;
import io.phoenix.client.ValidateResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds every mistake in a specification and starts nothing. */
@Command(name = "validate", description = "Check a specification; nothing is stored.")
final class ValidateCommand extends ApiCommand {
    @Mixin
    private SpecOptions spec = new SpecOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ValidateCommand(CliContext context) {
        super(context);
    }

    @Override
    int run(PhoenixClient client) {
        ValidateResponse checked = client.validate(spec.document());
        if (!checked.valid() || !output.forPeople()) {
            output.print(out(), checked, () -> table(checked));
        }
        messages()
                .println(
                        checked.valid()
                                ? "the specification is valid"
                                : mistakes(checked.errors().size()));
        return checked.valid() ? ExitCode.DONE : ExitCode.USAGE;
    }

    private static String mistakes(int count) {
        return count == 1 ? "1 mistake" : count + " mistakes";
    }

    private static Table table(ValidateResponse checked) {
        Table table = new Table("POINTER", "CODE", "MESSAGE");
        for (FieldError error : checked.errors()) {
            table.row(error.pointer(), error.code(), error.message());
        }
        return table;
    }
}
