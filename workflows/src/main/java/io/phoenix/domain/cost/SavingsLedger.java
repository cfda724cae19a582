package io.phoenix.domain.cost;

import java.time.Instant;
import java.util.List;

/**
 * What experiments have saved.
 *
 * @param from start of the time in which {@code accrued} was counted
 * @param to its end
 * @param entries the latest first
 * @param totals by status, then by book
 */
public record SavingsLedger(Instant from, Instant to, List<LedgerEntry> entries, List<LedgerTotal> totals) {
    public SavingsLedger {
        entries = List.copyOf(entries);
        totals = List.copyOf(totals);
    }
}
