package io.phoenix.simulator;

import io.phoenix.simulator.otlp.Endpoint;
import io.phoenix.simulator.run.DurationText;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Option values as types; a bad value is reported with the reason only. */
final class Converters {
    private Converters() {}

    static final class ToEndpoint implements ITypeConverter<Endpoint> {
        @Override
        public Endpoint convert(String value) {
            return parse(value, Endpoint::parse);
        }
    }

    static final class ToDuration implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            return parse(value, DurationText::parse);
        }
    }

    private static <T> T parse(String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
