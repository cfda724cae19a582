package io.phoenix.cli;

import io.phoenix.client.Connection;
import io.phoenix.client.Installation;
import io.phoenix.client.PhoenixClient;
import io.phoenix.client.PlatformFile;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server to ask: an option wins over the environment, and that over the platform on this machine. */
final class ConnectionOptions {
    static final String NOT_RUNNING = "Phoenix is not running here: start it with ./phoenix up";

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
        Connection connection = new Connection(server(context), key(context), timeout);
        return verbose ? new PhoenixClient(connection, messages::println) : new PhoenixClient(connection);
    }

    /** Whether the server was named, rather than found on this machine. */
    boolean remote(CliContext context) {
        return server != null || context.environment().containsKey("PHOENIX_SERVER");
    }

    URI server(CliContext context) {
        String given = context.environment().get("PHOENIX_SERVER");
        if (server != null) {
            return address(server.toString(), "--server");
        }
        return given == null ? local(context.installation()) : address(given, "PHOENIX_SERVER");
    }

    private static URI address(String text, String source) {
        try {
            URI address = new URI(text);
            if (address.getHost() != null && Set.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException e) {
            // The same sentence as for an address of another kind.
        }
        throw new CliException(
                ExitCode.USAGE, source + " is '" + text + "', expected an address such as http://127.0.0.1:7080");
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
        Map<String, String> environment = context.environment();
        if (apiKey != null) {
            return apiKey;
        }
        String given = environment.get("PHOENIX_API_KEY");
        if (given != null) {
            return given;
        }
        return remote(context) ? null : context.installation().apiKey().orElse(null);
    }
}
