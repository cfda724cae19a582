package io.phoenix.cli;

import io.phoenix.client.PhoenixClient;
import io.phoenix.client.Reply;
import java.util.HashMap;
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
    @Parameters(index = "0", paramLabel = "METHOD", description = "GET, POST or DELETE.")
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
        String verb = method.toUpperCase(Locale.ROOT);
        Map<String, String> all = new HashMap<>();
        if (body != null) {
            all.put("Content-Type", "application/json");
        }
        if (verb.equals("POST")) {
            all.put("Idempotency-Key", UUID.randomUUID().toString());
        }
        all.putAll(headers);
        Reply reply = client.request(verb, path.startsWith("/") ? path : "/" + path, all, body);
        out().println(reply.body());
        out().flush();
        return exitCode(reply);
    }

    private static int exitCode(Reply reply) {
        if (reply.status() == 401 || reply.status() == 403) {
            return ExitCode.ACCESS;
        }
        return reply.status() < 400 ? ExitCode.DONE : ExitCode.ERROR;
    }
}
