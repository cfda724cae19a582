package io.phoenix.cli;

import io.phoenix.client.Connection;
import io.phoenix.client.Installation;
import io.phoenix.client.PhoenixClient;
import io.phoenix.client.PlatformFile;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server to ask: an option wins over the environment, and that over the platform on this machine. */
final class ConnectionOptions {
    static final String NOT_RUNNING = "it is not running here: start it with ./phoenix up";

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Server to ask (PHOENIX_SERVER; default: the platform on this machine).")
    private @Nullable URI server;

    @Option(
            names = "--api-key",
            paramLabel = "KEY",
            description = "Key to ask with (PHOENIX_API_KEY; default: the owner's key of this machine).")
    private @Nullable String apiKey;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "30s",
            description = "Longest time of one request (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofSeconds(30);

    @Option(
            names = {"-v", "--verbose"},
            description = "Show requests on standard error.")
    private boolean verbose;

    PhoenixClient client(CliContext context, PrintWriter messages) {
        if (!timeout.isPositive()) {
            throw new CliException(ExitCode.USAGE, "--timeout is 0, a request needs some time, for example 30s");
        }
        Connection connection = new Connection(server(context), key(context), timeout);
        return verbose ? new PhoenixClient(connection, messages::println) : new PhoenixClient(connection);
    }

    /** Whether the server was named, rather than found on this machine. */
    boolean remote(CliContext context) {
        return server != null || given(context, "PHOENIX_SERVER") != null;
    }

    URI server(CliContext context) {
        String given = given(context, "PHOENIX_SERVER");
        if (server != null) {
            return address(server.toString(), "--server");
        }
        return given == null ? local(context.installation()) : address(given, "PHOENIX_SERVER");
    }

    private static URI address(String text, String source) {
        try {
            URI address = new URI(text);
            boolean bare = Set.of("", "/").contains(Objects.requireNonNullElse(address.getPath(), ""));
            if (bare && address.getHost() != null && Set.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException e) {
            // The same sentence as for an address of another kind.
        }
        throw new CliException(
                ExitCode.USAGE,
                source + " is '" + text + "', expected an address without a path, such as http://127.0.0.1:7080");
    }

    private static URI local(Installation installation) {
        return installation
                .platform()
                .map(PlatformFile::urls)
                .flatMap(urls -> Optional.ofNullable(urls.api()))
                .map(URI::create)
                .orElseThrow(() -> new CliException(ExitCode.ERROR, NOT_RUNNING));
    }

    // The owner's key of this machine is sent to this machine's server only.
    private @Nullable String key(CliContext context) {
        if (apiKey != null) {
            return sendable(apiKey, "--api-key");
        }
        String given = given(context, "PHOENIX_API_KEY");
        if (given != null) {
            return sendable(given, "PHOENIX_API_KEY");
        }
        return remote(context) ? null : context.installation().apiKey().orElse(null);
    }

    // What would refuse it otherwise prints it.
    private static String sendable(String key, String source) {
        if (!key.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw new CliException(ExitCode.USAGE, source + " holds characters that no key has");
        }
        return key;
    }

    /** A variable that is set to nothing is not set. */
    private static @Nullable String given(CliContext context, String variable) {
        String value = context.environment().get(variable);
        return value == null || value.isBlank() ? null : value;
    }
}
