package io.phoenix.cli;

import io.phoenix.client.CostClient;
import io.phoenix.client.CostEstimateRequest;
import io.phoenix.client.CostEstimateResponse;
import io.phoenix.client.Json;
import io.phoenix.client.MoneyRangeResponse;
import io.phoenix.client.PhoenixClient;
import io.phoenix.client.PriceBookResponse;
import io.phoenix.domain.shape.NearestName;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the candidates of a run save, vendor by vendor, the one that saves most first. */
@Command(name = "compare", description = "Show what a run's candidates save at every vendor, and where they do not.")
final class CostCompareCommand extends ApiCommand {
    @Parameters(paramLabel = "ID", description = RunParameter.DESCRIPTION)
    private String run = "";

    @Option(
            names = "--hosts",
            paramLabel = "COUNT",
            description = "Extrapolate to so many hosts (default: those that were measured).")
    private @Nullable Integer hosts;

    @Option(names = "--book", paramLabel = "ID", description = "Price book; may be repeated (default: all).")
    private List<String> books = List.of();

    @Option(names = "--explain", description = "Show how every amount was computed.")
    private boolean explain;

    @Mixin
    private CostOutput output = new CostOutput();

    CostCompareCommand(CliContext context) {
        super(context);
    }

    @Override
    int run(PhoenixClient client) {
        CostClient costs = new CostClient(client);
        checkHosts();
        checkBooks(costs);
        String id = new Runs(client).id(run);
        CostEstimateResponse priced = costs.estimate(new CostEstimateRequest(id, hosts, null, books));
        List<PricedEstimate> estimates = priced.estimates().stream()
                .map(tree -> Json.convert(tree, PricedEstimate.class))
                .toList();
        List<String> order =
                estimates.stream().map(PricedEstimate::book).distinct().toList();
        List<PricedEstimate> ranked = estimates.stream()
                .sorted(Comparator.comparingInt((PricedEstimate estimate) -> order.indexOf(estimate.book()))
                        .thenComparing(CostCompareCommand::saving, Comparator.reverseOrder()))
                .toList();
        output.print(out(), priced, () -> table(ranked), () -> columns(ranked));
        if (output.forPeople()) {
            reasons(ranked);
        }
        if (output.hasRows()) {
            withoutPrice(priced);
        }
        return ExitCode.DONE;
    }

    private void checkHosts() {
        if (hosts != null && (hosts < 1 || hosts > CostEstimateRequest.MOST_HOSTS)) {
            throw new CliException(
                    ExitCode.USAGE, "--hosts is " + hosts + ", expected 1 to " + CostEstimateRequest.MOST_HOSTS);
        }
    }

    // An argument that is wrong for every run is told before the run is looked for.
    private void checkBooks(CostClient costs) {
        if (books.isEmpty()) {
            return;
        }
        List<String> known =
                costs.priceBooks().items().stream().map(PriceBookResponse::id).toList();
        for (String book : books) {
            if (!known.contains(book)) {
                throw new CliException(
                        ExitCode.USAGE,
                        "--book is '" + book + "', expected one of " + String.join(", ", known)
                                + NearestName.hint(book, known));
            }
        }
    }

    private static BigDecimal saving(PricedEstimate estimate) {
        return estimate.breakdown().net().month().expected().amount();
    }

    private static Table table(List<PricedEstimate> estimates) {
        Table table = new Table(
                "CANDIDATE",
                "BOOK",
                "BASELINE A MONTH",
                "SAVING A MONTH",
                "RANGE",
                "SAVING IS",
                "FIRST YEAR",
                "BREAK EVEN DAYS",
                "ADVICE",
                "VERIFIED");
        for (PricedEstimate estimate : estimates) {
            PricedEstimate.Breakdown breakdown = estimate.breakdown();
            table.row(
                    estimate.candidate(),
                    estimate.book(),
                    Amounts.text(estimate.baseline()),
                    Amounts.text(breakdown.net().month().expected()),
                    Amounts.range(breakdown.net().month()),
                    breakdown.basis(),
                    Amounts.range(breakdown.net().year()),
                    breakdown.breakEven() == null ? null : breakdown.breakEven().days(),
                    breakdown.recommendation().advice(),
                    estimate.verified() ? "yes" : "no");
        }
        return table;
    }

    private static Table columns(List<PricedEstimate> estimates) {
        Table table = new Table(
                "candidate",
                "book",
                "price_version",
                "verified",
                "currency",
                "baseline_month",
                "net_month",
                "net_month_low",
                "net_month_high",
                "first_year",
                "first_year_low",
                "first_year_high",
                "break_even_days",
                "advice",
                "gross_month",
                "gross_month_low",
                "gross_month_high",
                "testing");
        for (PricedEstimate estimate : estimates) {
            PricedEstimate.Breakdown breakdown = estimate.breakdown();
            MoneyRangeResponse month = breakdown.net().month();
            MoneyRangeResponse year = breakdown.net().year();
            table.row(
                    estimate.candidate(),
                    estimate.book(),
                    estimate.priceVersion(),
                    estimate.verified() ? "yes" : "no",
                    estimate.baseline().currency(),
                    Amounts.plain(estimate.baseline()),
                    Amounts.plain(month.expected()),
                    Amounts.plain(month.low()),
                    Amounts.plain(month.high()),
                    Amounts.plain(year.expected()),
                    Amounts.plain(year.low()),
                    Amounts.plain(year.high()),
                    breakdown.breakEven() == null
                            ? null
                            : breakdown.breakEven().days().toPlainString(),
                    breakdown.recommendation().advice(),
                    Amounts.plain(breakdown.gross().month().expected()),
                    Amounts.plain(breakdown.gross().month().low()),
                    Amounts.plain(breakdown.gross().month().high()),
                    Amounts.plain(breakdown.testing().expected()));
        }
        return table;
    }

    private void withoutPrice(CostEstimateResponse priced) {
        Unpriced.tell(messages(), priced.unpriced());
        if (priced.estimates().isEmpty() && priced.unpriced().isEmpty()) {
            messages()
                    .println(
                            "no candidate could be priced: that takes active series and samples measured of both variants,"
                                    + " and data that can be trusted");
            messages().flush();
        }
    }

    private void reasons(List<PricedEstimate> estimates) {
        for (PricedEstimate estimate : estimates) {
            if (explain) {
                new Explanation(out()).print(estimate);
            } else {
                out().println();
                out().println(estimate.candidate() + " at " + estimate.book() + ": "
                        + estimate.breakdown().recommendation().reason());
            }
        }
        out().flush();
    }
}
