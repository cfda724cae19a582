package io.phoenix.tools;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.LogFile;
import io.phoenix.tools.GoCommand.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Builds a pinned module: first what it needs is downloaded, guarded by the checksums in its go.sum, then it is compiled.
 *
 * @param environment variables of this process
 * @param download the patience for the downloads, which are one line of output each
 */
record GoBuild(Map<String, String> environment, Patience download) {
    private static final Duration REPORT = Duration.ofSeconds(10);
    private static final Patience DOWNLOAD = new Patience(Duration.ofMinutes(30), Duration.ofMinutes(2), REPORT);
    private static final Patience COMPILE = new Patience(Duration.ofMinutes(40), Duration.ofMinutes(40), REPORT);
    private static final Pattern NO_NETWORK =
            Pattern.compile("dial tcp|no such host|i/o timeout|connection (refused|reset)"
                    + "|proxyconnect|Proxy Auth|403 Forbidden|50\\d |TLS handshake|x509:|GOPROXY=off");
    // The names of the packages would hide what went wrong.
    private static final String NOTHING = "{{\"\"}}";
    private static final int LONGEST_REASON = 400;

    GoBuild(Map<String, String> environment) {
        this(environment, DOWNLOAD);
    }

    /** The binary in the work directory; a second build there finds what the first one has compiled. */
    Path build(ToolDescriptor tool, Path work, ToolProgress progress) {
        try {
            Path go = new GoInstallation(environment).of(tool);
            download(tool, go, work, progress);
            return compile(tool, go, work, progress);
        } catch (AttemptFailed e) {
            throw new FinalException(
                    ErrorCode.TOOL_UNAVAILABLE,
                    "%s %s cannot be had: %s, or set %s to a program of that version"
                            .formatted(tool.name(), tool.version(), e.getMessage(), tool.variable()),
                    e);
        }
    }

    private void download(ToolDescriptor tool, Path go, Path work, ToolProgress progress) throws AttemptFailed {
        progress.say(
                tool.name(),
                "getting the modules of " + tool.version() + " (" + tool.build().expect() + " in all)");
        List<String> command = new ArrayList<>(List.of(go.toString(), "list", "-x", "-deps", "-f", NOTHING));
        command.addAll(selection(tool));
        command.add(tool.build().mainPackage());
        Path log = work.resolve(tool.name() + "-download.log");
        int code;
        try {
            code = new GoCommand(environment, work)
                    .run(in(tool, command), log, download, still("getting its modules", tool, progress));
        } catch (AttemptFailed e) {
            throw new AttemptFailed("its modules cannot be downloaded (%s). Check the network, GOPROXY and HTTPS_PROXY"
                    .formatted(e.getMessage()));
        }
        if (code != 0) {
            List<String> output = sentences(log);
            Optional<String> network =
                    output.stream().filter(NO_NETWORK.asPredicate()).findFirst();
            throw network.isPresent()
                    ? new AttemptFailed(
                            "its modules cannot be downloaded (%s). Check the network, GOPROXY, HTTPS_PROXY and SSL_CERT_FILE"
                                    .formatted(brief(network.get())))
                    : new AttemptFailed("its modules cannot be had: " + brief(String.join(" | ", output)));
        }
    }

    private Path compile(ToolDescriptor tool, Path go, Path work, ToolProgress progress) throws AttemptFailed {
        Path binary = work.resolve(tool.program());
        progress.say(tool.name(), "building " + tool.version() + " for " + Platform.text());
        List<String> command = new ArrayList<>(List.of(go.toString(), "build", "-trimpath"));
        command.addAll(List.of("-ldflags", tool.build().ldflags()));
        command.addAll(selection(tool));
        command.addAll(List.of("-o", binary.toString(), tool.build().mainPackage()));
        Path log = work.resolve(tool.name() + "-build.log");
        int code = new GoCommand(environment, work)
                .run(in(tool, command), log, COMPILE, still("building", tool, progress));
        if (code != 0) {
            throw new AttemptFailed("its build failed: " + brief(String.join(" | ", sentences(log))));
        }
        return binary;
    }

    private static ProcessBuilder in(ToolDescriptor tool, List<String> command) {
        return new ProcessBuilder(command).directory(tool.directory().toFile());
    }

    private static Consumer<Duration> still(String doing, ToolDescriptor tool, ToolProgress progress) {
        return elapsed -> progress.say(tool.name(), "still " + doing + ", " + elapsed.toSeconds() + " s");
    }

    private static List<String> selection(ToolDescriptor tool) {
        return List.of("-mod=readonly", "-tags=" + tool.build().tags());
    }

    /** The end of the log without the trace of what was fetched. */
    private static List<String> sentences(Path log) {
        List<String> all = LogFile.tail(log, 200).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
        return all.subList(Math.max(0, all.size() - 6), all.size());
    }

    private static String brief(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "...";
    }
}
