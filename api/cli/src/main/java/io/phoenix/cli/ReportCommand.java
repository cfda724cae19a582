package io.phoenix.cli;

import io.phoenix.client.Json;
import io.phoenix.client.PhoenixClient;
import io.phoenix.client.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a run has found. */
@Command(name = "show", description = "Show the report of a run.")
final class ReportCommand extends ApiCommand {
    /** What {@code -o} takes. */
    enum Format {
        text,
        json,
        markdown,
        html
    }

    @Parameters(paramLabel = "ID", description = RunParameter.DESCRIPTION)
    private String run = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json, markdown or html (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    ReportCommand(CliContext context) {
        super(context);
    }

    @Override
    int run(PhoenixClient client) {
        String id = new Runs(client).id(run);
        String report = switch (format) {
            case text -> client.report(id, ReportFormat.TEXT);
            case markdown -> client.report(id, ReportFormat.MARKDOWN);
            case html -> client.report(id, ReportFormat.HTML);
            case json -> Json.writePretty(client.report(id));
        };
        out().println(report.stripTrailing());
        out().flush();
        return ExitCode.DONE;
    }
}
