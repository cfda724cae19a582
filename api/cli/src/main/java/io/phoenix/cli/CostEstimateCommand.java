package io.phoenix.cli;

import io.phoenix.client.BillResponse;
import io.phoenix.client.CostClient;
import io.phoenix.client.CostEstimateRequest;
import io.phoenix.client.CostEstimateResponse;
import io.phoenix.client.PhoenixClient;
import io.phoenix.client.VolumeRequest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A volume that somebody types in, at every vendor. */
@Command(
        name = "estimate",
        description = "Price a volume at every vendor, for example: cost estimate --series 1000000 --interval 15s")
final class CostEstimateCommand extends ApiCommand {
    @Option(names = "--series", paramLabel = "COUNT", required = true, description = "Active time series.")
    private BigDecimal series = BigDecimal.ZERO;

    @Option(
            names = "--interval",
            paramLabel = "DURATION",
            defaultValue = "60s",
            description = "How often each series sends a sample (default: ${DEFAULT-VALUE}).")
    private Duration interval = Duration.ofMinutes(1);

    @Option(names = "--added", paramLabel = "COUNT", description = "Series that come and go in an hour.")
    private @Nullable BigDecimal added;

    @Option(names = "--queried", paramLabel = "COUNT", description = "Samples that queries read in a month.")
    private @Nullable BigDecimal queried;

    @Option(names = "--hosts", paramLabel = "COUNT", description = "Hosts, where a plan includes something for each.")
    private @Nullable BigDecimal hosts;

    @Option(names = "--book", paramLabel = "ID", description = "Price book; may be repeated (default: all).")
    private List<String> books = List.of();

    @Option(names = "--explain", description = "Show how every amount was computed.")
    private boolean explain;

    @Mixin
    private CostOutput output = new CostOutput();

    CostEstimateCommand(CliContext context) {
        super(context);
    }

    @Override
    int run(PhoenixClient client) {
        if (interval.isZero()) {
            throw new CliException(ExitCode.USAGE, "--interval is 0, a series sends a sample now and then");
        }
        if (series.signum() < 0) {
            throw new CliException(ExitCode.USAGE, "--series is " + series + ", expected 0 or more");
        }
        VolumeRequest volume = new VolumeRequest(series, samplesPerMinute(), added, queried, hosts, null, null);
        CostEstimateResponse priced =
                new CostClient(client).estimate(new CostEstimateRequest(null, null, volume, books));
        output.print(out(), priced, () -> table(priced), () -> columns(priced));
        if (explain && output.forPeople()) {
            Explanation explanation = new Explanation(out());
            priced.bills().forEach(explanation::print);
            out().flush();
        }
        if (output.hasRows()) {
            Unpriced.tell(messages(), priced.unpriced());
        }
        return ExitCode.DONE;
    }

    private BigDecimal samplesPerMinute() {
        return series.multiply(BigDecimal.valueOf(60_000))
                .divide(BigDecimal.valueOf(interval.toMillis()), MathContext.DECIMAL64);
    }

    private static Table table(CostEstimateResponse priced) {
        Table table = new Table("BOOK", "VENDOR", "PLAN", "MONTH", "RANGE", "PRICE OF", "VERIFIED");
        for (BillResponse bill : priced.bills()) {
            table.row(
                    bill.book(),
                    bill.vendor(),
                    bill.plan(),
                    Amounts.text(bill.month().expected()),
                    Amounts.range(bill.month()),
                    bill.priceVersion(),
                    bill.verified() ? "yes" : "no");
        }
        return table;
    }

    private static Table columns(CostEstimateResponse priced) {
        Table table = new Table(
                "book", "vendor", "plan", "price_version", "verified", "currency", "month", "month_low", "month_high");
        for (BillResponse bill : priced.bills()) {
            table.row(
                    bill.book(),
                    bill.vendor(),
                    bill.plan(),
                    bill.priceVersion(),
                    bill.verified() ? "yes" : "no",
                    bill.month().expected().currency(),
                    Amounts.plain(bill.month().expected()),
                    Amounts.plain(bill.month().low()),
                    Amounts.plain(bill.month().high()));
        }
        return table;
    }
}
