package io.phoenix.cli;

import io.phoenix.client.PhoenixClient;
import io.phoenix.client.Reply;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Any request, for what has no command. */
@Command(name = "api", description = "Send any request, for example: api GET /api/v1/experiments")
final class RequestCommand extends ApiCommand {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE");

    @Parameters(index = "0", paramLabel = "METHOD", description = "GET, HEAD, POST, PUT or DELETE.")
    private String method = "GET";

    @Parameters(index = "1", paramLabel = "PATH", description = "Path with its query.")
    private String path = "/";

    @Option(
            names = {"-H", "--header"},
            paramLabel = "NAME=VALUE",
            description = "Header to send.")
    private Map<String, String> headers = Map.of();

    @Option(
            names = {"-d", "--data"},
            paramLabel = "BODY",
            description = "Body to send, JSON unless a Content-Type is given.")
    private @Nullable String body;

    RequestCommand(CliContext context) {
        super(context);
    }

    @Override
    int run(PhoenixClient client) {
        String verb = verb();
        Map<String, String> all = new HashMap<>();
        if (body != null) {
            all.put("Content-Type", "application/json");
        }
        if (verb.equals("POST")) {
            all.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        headers.forEach((name, value) -> all.put(name, sendable(name, value)));
        Reply reply = client.request(verb, path(), all, body);
        out().println(reply.body());
        out().flush();
        return exitCode(reply);
    }

    private String verb() {
        String verb = method.toUpperCase(Locale.ROOT);
        if (!METHODS.contains(verb)) {
            throw usage("there is no method " + method + ", expected one of " + String.join(", ", METHODS));
        }
        if (body != null && !verb.startsWith("P")) {
            throw usage("--data goes with POST or PUT, not with " + verb);
        }
        return verb;
    }

    // A second slash would name another server, which would get the key.
    private String path() {
        String absolute = path.startsWith("/") ? path : "/" + path;
        try {
            if (!new URI(path).isAbsolute() && new URI(absolute).getRawAuthority() == null) {
                return absolute;
            }
        } catch (URISyntaxException e) {
            // The same sentence as for a path of another kind.
        }
        throw usage("'" + path + "' is no path, expected one such as /api/v1/experiments?limit=5");
    }

    private static String sendable(String name, String value) {
        if (!name.matches("[A-Za-z0-9-]+") || !value.chars().allMatch(letter -> letter >= ' ' && letter < 127)) {
            throw usage("the header " + name + " holds characters that no header has");
        }
        return value;
    }

    private static CliException usage(String message) {
        return new CliException(ExitCode.USAGE, message);
    }

    private static int exitCode(Reply reply) {
        if (reply.status() == 401 || reply.status() == 403) {
            return ExitCode.ACCESS;
        }
        return reply.status() < 400 ? ExitCode.DONE : ExitCode.ERROR;
    }
}
