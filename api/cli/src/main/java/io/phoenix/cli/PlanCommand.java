package io.phoenix.cli;

import io.phoenix.client.PhoenixClient;
import io.phoenix.client.PlanAdviceResponse;
import io.phoenix.client.PlanCriterionResponse;
import io.phoenix.client.PlanRequest;
import io.phoenix.client.PlanResponse;
import io.phoenix.client.SpecDocument;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a run has to be, before it is started. */
@Command(
        name = "plan",
        description = "Say how long a run has to be, by earlier runs or by a pilot; nothing is started.",
        footer = {
            "",
            "Without --from-experiment and --pilot it is planned by earlier runs of the same pipelines on the same input: of the"
                    + " same name, else on the same target.",
            "Exit code 5 when no run within timing.maximumDuration can show what the specification asks for."
        })
final class PlanCommand extends ApiCommand {
    @Mixin
    private SpecOptions spec = new SpecOptions();

    @Option(names = "--from-experiment", paramLabel = "ID", description = "Run to plan by: id, name or name/number.")
    private @Nullable String experiment;

    @Option(
            names = "--pilot",
            paramLabel = "FILE",
            description = "Series to plan by, as analyze reads them; - reads standard input.")
    private @Nullable String pilot;

    @Option(
            names = "--expected-saving",
            paramLabel = "SHARE",
            description = "Saving of every goal, for example 0.3 (default: that of the pilot).")
    private @Nullable Double expectedSaving;

    @Mixin
    private OutputOptions output = new OutputOptions();

    PlanCommand(CliContext context) {
        super(context);
    }

    @Override
    int run(PhoenixClient client) {
        if (experiment != null && pilot != null) {
            throw new CliException(
                    ExitCode.USAGE, "--from-experiment and --pilot are both given, expected one of them");
        }
        if (pilot != null && InputFile.standard(pilot) && spec.standard()) {
            throw new CliException(
                    ExitCode.USAGE,
                    "--file and --pilot are both -, but standard input is one file: name a file for one of them");
        }
        if (expectedSaving != null && !(expectedSaving >= 0 && expectedSaving < 1)) {
            throw new CliException(
                    ExitCode.USAGE, "--expected-saving is " + expectedSaving + ", expected a share in [0, 1)");
        }
        PlanResponse plan = plan(client);
        output.print(out(), plan, people -> print(people, plan));
        return plan.fits() ? ExitCode.DONE : ExitCode.UNDECIDED;
    }

    private PlanResponse plan(PhoenixClient client) {
        SpecDocument document = spec.document();
        if (pilot != null) {
            return new PilotFile(pilot).plan(client, document, expectedSaving);
        }
        String id = experiment == null ? null : new Runs(client).id(experiment);
        return client.plan(new PlanRequest(document.text(), id, null, expectedSaving));
    }

    private static void print(PrintWriter out, PlanResponse plan) {
        String within = plan.maximumDuration() == null
                ? ""
                : plan.fits() ? ", within " + plan.maximumDuration() : ", which may last " + plan.maximumDuration();
        out.println("The run needs " + plan.duration() + " (" + plan.pairs() + " steps of " + plan.step() + ")" + within
                + (plan.pilot() == null ? "." : ", by " + plan.pilot() + " with " + plan.pilotPairs() + " pairs."));
        if (!plan.criteria().isEmpty()) {
            out.println();
            table(plan).print(out);
        }
        if (!plan.advice().isEmpty()) {
            out.println();
            for (PlanAdviceResponse advice : plan.advice()) {
                out.println("- " + advice.message());
            }
        }
    }

    private static Table table(PlanResponse plan) {
        Table table = new Table(
                "CANDIDATE", "METRIC", "ROLE", "LIMIT", "EXPECTED", "DETECTABLE", "STEPS", "DURATION", "LIMITED BY");
        for (PlanCriterionResponse criterion : plan.criteria()) {
            table.row(
                    criterion.candidate(),
                    criterion.metric(),
                    criterion.role(),
                    number(criterion.limit()),
                    number(criterion.expected()),
                    number(criterion.detectable()),
                    criterion.pairs(),
                    criterion.duration(),
                    criterion.limitedBy());
        }
        return table;
    }

    private static @Nullable String number(@Nullable Double value) {
        return value == null ? null : String.format(Locale.ROOT, "%.4g", value);
    }
}
