package io.phoenix.cli;

import io.phoenix.client.CostClient;
import io.phoenix.client.PhoenixClient;
import io.phoenix.client.ProjectionResponse;
import io.phoenix.client.SavingResponse;
import io.phoenix.client.SavingsResponse;
import io.phoenix.client.SavingsTotalResponse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The ledger. */
@Command(
        name = "savings",
        description = "Show what experiments have saved, could save and have lost, and where bills are heading.")
final class CostSavingsCommand extends ApiCommand {
    @Option(
            names = "--month",
            paramLabel = "MONTH",
            description = "Count what was saved within a month such as 2026-11 (default: all time).")
    private @Nullable String month;

    @Option(names = "--explain", description = "Show how every amount was computed.")
    private boolean explain;

    @Mixin
    private CostOutput output = new CostOutput();

    CostSavingsCommand(CliContext context) {
        super(context);
    }

    @Override
    int run(PhoenixClient client) {
        CostClient costs = new CostClient(client);
        if (output.csv()) {
            out().print(costs.savingsCsv(month));
            out().flush();
            return ExitCode.DONE;
        }
        SavingsResponse savings = costs.savings(month);
        if (output.forPeople()) {
            people(savings);
        } else {
            output.print(out(), savings, () -> entries(savings));
        }
        return ExitCode.DONE;
    }

    private void people(SavingsResponse savings) {
        if (savings.entries().isEmpty()) {
            out().println((month == null ? "Nothing yet." : "Nothing in " + month + ".")
                    + " A run has its entry here when its verdict is PROMOTE, it was not measured in scaled time, and a price"
                    + " book has prices for it: potential until it is promoted, realised while its pipeline runs, lost after it"
                    + " was rolled back or replaced.");
        } else {
            entries(savings).print(out());
            out().println();
            totals(savings).print(out());
        }
        rest(savings);
    }

    private static Table entries(SavingsResponse savings) {
        Table table =
                new Table("STATUS", "REASON", "RUN", "TARGET", "BOOK", "NET A MONTH", "RANGE", "ACCRUED", "SINCE");
        for (SavingResponse entry : savings.entries()) {
            table.row(
                    entry.status(),
                    entry.reason(),
                    entry.title(),
                    entry.target(),
                    entry.book(),
                    Amounts.text(entry.month().expected()),
                    Amounts.range(entry.month()),
                    Amounts.text(entry.accrued().expected()),
                    ExperimentTable.seconds(entry.since()));
        }
        return table;
    }

    private void rest(SavingsResponse savings) {
        for (ProjectionResponse projection : savings.projections()) {
            out().println();
            out().println(projection.sentence());
        }
        for (String note : savings.notes()) {
            out().println();
            out().println(note);
        }
        if (explain) {
            explanation(savings);
        }
        out().flush();
    }

    private void explanation(SavingsResponse savings) {
        out().println();
        out().println("from " + savings.from() + " to " + savings.to() + ": " + savings.formula());
        out().println("net_month of a run: ./phoenix cost compare RUN --explain");
        savings.entries().stream().filter(entry -> entry.periods().size() > 1).forEach(this::periods);
        for (ProjectionResponse projection : savings.projections()) {
            out().println();
            out().println(projection.target() + " at " + projection.book() + ": " + projection.formula());
            projection
                    .history()
                    .forEach(point -> out().println("  " + point.at() + "  " + Amounts.text(point.month())
                            + "  price of " + point.priceVersion()));
        }
    }

    private void periods(SavingResponse entry) {
        out().println();
        out().println(entry.title() + " at " + entry.book() + " ran "
                + entry.periods().size() + " times:");
        entry.periods()
                .forEach(period -> out().println("  " + period.since() + " to "
                        + (period.until() == null ? "now" : period.until()) + "  " + period.reason()));
    }

    private static Table totals(SavingsResponse savings) {
        Table table = new Table("TOTAL", "BOOK", "RUNS", "NET A MONTH", "RANGE", "ACCRUED");
        for (SavingsTotalResponse total : savings.totals()) {
            table.row(
                    total.status(),
                    total.book(),
                    total.experiments(),
                    Amounts.text(total.month().expected()),
                    Amounts.range(total.month()),
                    Amounts.text(total.accrued().expected()));
        }
        return table;
    }
}
