package io.phoenix.tools;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a program says its version.
 *
 * @param argument that makes it say it
 * @param pattern whose first group is the version
 * @param minimum of a program on PATH; null: none is as good as ours
 * @param patience with a program that says nothing
 */
record VersionCheck(
        String argument, String pattern, @Nullable String minimum, Duration patience) {
    /** Empty when the program says nothing of the kind in time. */
    Optional<String> ask(Path program, Map<String, String> environment) {
        return Command.output(List.of(program.toString(), argument), environment, patience)
                .map(Pattern.compile(pattern)::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1));
    }
}
