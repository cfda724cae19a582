package io.phoenix.tools;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.tools.ToolDescriptor.Release;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Go on PATH, new enough for a module. */
record GoInstallation(Map<String, String> environment) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern GO_LINE = Pattern.compile("(?m)^go (\\d+\\.\\d+(\\.\\d+)?)");

    Path of(ToolDescriptor tool) throws AttemptFailed {
        String needed = needed(tool.directory().resolve("go.mod"));
        Path go = new ProgramOnPath(environment)
                .locate("go")
                .orElseThrow(() ->
                        new AttemptFailed("Go is not installed. Install Go " + needed + " or newer" + orRelease(tool)));
        Optional<String> found = version(go);
        if (found.flatMap(Version::in)
                .filter(version -> version.compareTo(Version.of(needed)) >= 0)
                .isEmpty()) {
            throw new AttemptFailed(
                    go + " is " + found.orElse("of an unknown version") + ". Install Go " + needed + " or newer");
        }
        return go;
    }

    private static String orRelease(ToolDescriptor tool) {
        Release release = tool.release();
        return release == null
                ? ""
                : ", let this machine reach " + URI.create(release.archive()).getHost();
    }

    // Without GOTOOLCHAIN=local it might answer for another Go, which it would download first.
    private Optional<String> version(Path go) {
        Map<String, String> local = new HashMap<>(environment);
        local.put("GOTOOLCHAIN", "local");
        return Command.output(List.of(go.toString(), "env", "GOVERSION"), local, PATIENCE)
                .map(String::strip);
    }

    private static String needed(Path file) {
        try {
            Matcher line = GO_LINE.matcher(Files.readString(file));
            if (line.find()) {
                return line.group(1);
            }
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot read " + file + ": " + e.getMessage(), e);
        }
        throw new FinalException(ErrorCode.INTERNAL, file + " has no go line");
    }
}
