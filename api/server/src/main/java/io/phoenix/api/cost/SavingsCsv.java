package io.phoenix.api.cost;

import io.phoenix.client.MoneyRangeResponse;
import io.phoenix.client.MoneyResponse;
import io.phoenix.client.SavingResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries of the ledger as CSV (RFC 4180), one line each; amounts without currency, which has its own column. */
final class SavingsCsv {
    private static final String HEADER = "status,reason,experiment,id,target,candidate,book,price_version,currency,"
            + "month,month_low,month_high,accrued,accrued_low,accrued_high,since,until,periods";

    private SavingsCsv() {}

    static String of(List<SavingResponse> entries) {
        return Stream.concat(Stream.of(HEADER), entries.stream().map(SavingsCsv::line))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(SavingResponse entry) {
        MoneyRangeResponse month = entry.month();
        MoneyRangeResponse accrued = entry.accrued();
        return Stream.of(
                        entry.status(),
                        entry.reason(),
                        entry.title(),
                        entry.experiment(),
                        entry.target(),
                        entry.candidate(),
                        entry.book(),
                        entry.priceVersion(),
                        month.expected().currency(),
                        amount(month.expected()),
                        amount(month.low()),
                        amount(month.high()),
                        amount(accrued.expected()),
                        amount(accrued.low()),
                        amount(accrued.high()),
                        entry.since().toString(),
                        Objects.toString(entry.until(), ""),
                        periods(entry))
                .map(SavingsCsv::cell)
                .collect(Collectors.joining(","));
    }

    /** ISO 8601 intervals; the last has no end while it lasts. */
    private static String periods(SavingResponse entry) {
        return entry.periods().stream()
                .map(period -> period.since() + "/" + Objects.toString(period.until(), ".."))
                .collect(Collectors.joining(";"));
    }

    private static String amount(@Nullable MoneyResponse money) {
        return money == null ? "" : money.amount().toPlainString();
    }

    private static String cell(String text) {
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
