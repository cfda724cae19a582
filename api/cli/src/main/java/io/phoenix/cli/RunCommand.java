package io.phoenix.cli;

import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.PhoenixClient;
import io.phoenix.client.ReportFormat;
import io.phoenix.client.SpecDocument;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts an experiment and, if asked, stays until it has ended. */
@Command(
        name = "run",
        description = "Start an experiment from its specification.",
        footer = {
            "",
            "A run that has less than an even chance to decide within timing.duration (with looks: timing.maximumDuration), by"
                    + " earlier runs of the same pipelines on the same input, is not started (exit code 2); see 'experiment plan'."
        })
final class RunCommand extends ApiCommand {
    @Mixin
    private SpecOptions spec = new SpecOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--watch", description = "Stay and show what happens; Ctrl-C detaches.")
    private boolean watch;

    @Option(names = "--wait", description = "Stay until it has ended, without showing the way.")
    private boolean wait;

    @Option(names = "--exit-verdict", description = "Stay, and exit with 3 for REJECT, 5 for INCONCLUSIVE or INVALID.")
    private boolean exitVerdict;

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description =
                    "Repeating a call with the same key starts nothing more; the planner is not asked then, for it may answer"
                            + " otherwise the second time.")
    private @Nullable String key;

    @Option(names = "--force", description = "Start it without asking the planner whether it is long enough to decide.")
    private boolean force;

    RunCommand(CliContext context) {
        super(context);
    }

    @Override
    int run(PhoenixClient client) {
        SpecDocument document = spec.document();
        if (!force && key == null && !new Foresight(messages()).decides(client, document)) {
            return ExitCode.USAGE;
        }
        ExperimentResponse created =
                client.create(document, key == null ? UUID.randomUUID().toString() : key);
        if (!watch && !wait && !exitVerdict) {
            output.print(out(), created, () -> ExperimentTable.of(created));
            messages().println("started; follow it with: ./phoenix experiment wait " + created.title());
            return ExitCode.DONE;
        }
        ExperimentResponse ended =
                new Watch(this::client, messages(), style()).until(created.id(), ExperimentResponse::ended, null);
        print(client, ended);
        return ExitCode.of(ended, exitVerdict);
    }

    private Watch.Style style() {
        if (!watch) {
            return Watch.Style.SILENT;
        }
        return context().terminal() ? Watch.Style.LIVE : Watch.Style.LINES;
    }

    private void print(PhoenixClient client, ExperimentResponse ended) {
        if (output.forPeople() && ended.verdict() != null) {
            out().println(client.report(ended.id(), ReportFormat.TEXT).stripTrailing());
            out().flush();
        } else {
            output.print(out(), ended, () -> ExperimentTable.of(ended));
        }
    }
}
