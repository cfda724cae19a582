package io.phoenix.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Asks a run to measure for longer. */
@Command(
        name = "extend",
        description =
                "Measure for longer; only before the data are looked at, and never where criteria.looks is above 1.")
final class ExtendCommand extends VerbCommand {
    @Option(
            names = "--by",
            paramLabel = "DURATION",
            required = true,
            converter = PositiveDuration.class,
            description = "How much longer, for example 5m.")
    private String duration = "";

    ExtendCommand(CliContext context) {
        super(context, "extend");
    }

    @Override
    String duration() {
        return duration;
    }

    /** Checked here, and sent as it was written. */
    static final class PositiveDuration implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (new DurationConverter().convert(text).isZero()) {
                throw new TypeConversionException("'" + text + "' is not longer than nothing");
            }
            return text;
        }
    }
}
