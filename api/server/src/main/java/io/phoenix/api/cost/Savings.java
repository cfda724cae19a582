package io.phoenix.api.cost;

import io.phoenix.activity.cost.Ledger;
import io.phoenix.activity.cost.Projections;
import io.phoenix.api.problem.InvalidValue;
import io.phoenix.client.SavingsResponse;
import io.phoenix.domain.cost.PricedRun;
import io.phoenix.domain.cost.PricedRunStore;
import io.phoenix.domain.cost.SavingsLedger;
import io.phoenix.domain.target.Target;
import io.phoenix.domain.target.TargetGeneration;
import io.phoenix.domain.target.TargetStore;
import io.phoenix.domain.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the runs of a tenant have saved, and where its bills are heading. */
@Singleton
final class Savings {
    private static final YearMonth FIRST = YearMonth.of(1970, 1);
    private static final Duration AHEAD = Duration.ofDays(90);

    private final PricedRunStore runs;
    private final TargetStore targets;

    Savings(PricedRunStore runs, TargetStore targets) {
        this.runs = runs;
        this.targets = targets;
    }

    /** @param month such as {@code 2026-11}, in UTC; null: up to now */
    SavingsResponse of(TenantId tenant, @Nullable String month, Instant now) {
        Instant from = from(month, now);
        List<PricedRun> priced = runs.list(tenant);
        Map<String, List<TargetGeneration>> histories = targets.list(tenant).stream()
                .collect(Collectors.toMap(Target::name, target -> targets.history(tenant, target.name())));
        SavingsLedger ledger = Ledger.of(priced, histories, from, to(month, now));
        return new SavingsResponse(
                ledger.from(),
                ledger.to(),
                ledger.totals().stream().map(CostMapper::of).toList(),
                ledger.entries().stream().map(CostMapper::of).toList(),
                Projections.of(priced, now, now.plus(AHEAD)).stream()
                        .map(CostMapper::of)
                        .toList(),
                notes(Ledger.leftOut(priced)),
                Ledger.FORMULA);
    }

    private static List<String> notes(long leftOut) {
        return leftOut == 0
                ? List.of()
                : List.of((leftOut == 1 ? "1 run that won is" : leftOut + " runs that won are")
                        + " left out: measured in scaled time, which makes samples more frequent than they are.");
    }

    private static Instant from(@Nullable String month, Instant now) {
        if (month == null) {
            return Instant.EPOCH;
        }
        Instant start = parse(month).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (start.isAfter(now)) {
            throw InvalidValue.of(
                    "month", "range", "month is '" + month + "', which has not begun, so nothing was saved in it");
        }
        return start;
    }

    private static Instant to(@Nullable String month, Instant now) {
        if (month == null) {
            return now;
        }
        Instant end =
                parse(month).plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return end.isAfter(now) ? now : end;
    }

    private static YearMonth parse(String month) {
        try {
            YearMonth parsed = YearMonth.parse(month);
            if (parsed.isBefore(FIRST)) {
                throw InvalidValue.of(
                        "month",
                        "range",
                        "month is '" + month + "', expected one from " + FIRST + " on, such as 2026-11");
            }
            return parsed;
        } catch (DateTimeException e) {
            throw InvalidValue.of("month", "syntax", "month is '" + month + "', expected one such as 2026-11");
        }
    }
}
