package io.phoenix.cli;

import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.PhoenixClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stays until a run is as wanted. */
@Command(
        name = "wait",
        description = "Wait for a run.",
        footer = "Exit code: 0 as wanted; 7 not in time; 8 not in time because a person has to approve.")
final class WaitCommand extends ApiCommand {
    private static final String END = "end";
    private static final List<String> PHASES = List.of(
            "PENDING",
            "INITIALIZING",
            "RUNNING",
            "ANALYZING",
            "AWAITING_APPROVAL",
            "PROMOTING",
            "ROLLING_BACK",
            "COMPLETED",
            "FAILED",
            "CANCELLED");

    @Parameters(paramLabel = "ID", description = RunParameter.DESCRIPTION)
    private String run = "";

    @Option(
            names = "--for",
            paramLabel = "STATE",
            defaultValue = END,
            description = "end, verdict, approval, paused or phase=PHASE (default: ${DEFAULT-VALUE}).")
    private String state = END;

    @Option(names = "--within", paramLabel = "DURATION", description = "Longest wait (default: no limit).")
    private @Nullable Duration within;

    @Option(names = "--watch", description = "Show what happens.")
    private boolean watch;

    @Option(names = "--exit-verdict", description = "Exit with 3 for REJECT, 5 for INCONCLUSIVE or INVALID.")
    private boolean exitVerdict;

    @Mixin
    private OutputOptions output = new OutputOptions();

    WaitCommand(CliContext context) {
        super(context);
    }

    @Override
    int run(PhoenixClient client) {
        Predicate<ExperimentResponse> wanted = wanted();
        ExperimentResponse seen =
                new Watch(client, messages(), style()).until(new Runs(client).id(run), wanted, within);
        output.print(out(), seen, () -> ExperimentTable.of(seen));
        return exitCode(seen, wanted.test(seen));
    }

    private int exitCode(ExperimentResponse seen, boolean asWanted) {
        if (seen.ended() && (asWanted || exitVerdict) && !state.startsWith("phase=")) {
            return ExitCode.of(seen, exitVerdict);
        }
        if (asWanted) {
            return ExitCode.DONE;
        }
        if (seen.ended()) {
            FailureHandler.tell(messages(), "the run has ended without it: " + PhaseLine.of(seen));
            return ExitCode.ERROR;
        }
        return seen.phase().equals("AWAITING_APPROVAL") ? ExitCode.APPROVAL : ExitCode.TIMEOUT;
    }

    private Predicate<ExperimentResponse> wanted() {
        String text = state.toLowerCase(Locale.ROOT);
        if (text.startsWith("phase=")) {
            String phase = phase(text.substring("phase=".length()));
            return seen -> seen.phase().equals(phase);
        }
        return switch (text) {
            case END -> ExperimentResponse::ended;
            case "verdict" -> seen -> seen.verdict() != null;
            case "approval" -> seen -> seen.phase().equals("AWAITING_APPROVAL");
            case "paused" -> ExperimentResponse::paused;
            default ->
                throw new CliException(
                        ExitCode.USAGE,
                        "cannot wait for '" + state + "': end, verdict, approval, paused or phase=PHASE");
        };
    }

    // A phase that no run can be in would be waited for until the end.
    private static String phase(String name) {
        String phase = name.toUpperCase(Locale.ROOT);
        if (!PHASES.contains(phase)) {
            throw new CliException(
                    ExitCode.USAGE, "cannot wait for phase '" + name + "': there are " + String.join(", ", PHASES));
        }
        return phase;
    }

    private Watch.Style style() {
        if (!watch) {
            return Watch.Style.SILENT;
        }
        return context().terminal() ? Watch.Style.LIVE : Watch.Style.LINES;
    }
}
