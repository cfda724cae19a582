package io.phoenix.domain.cost;

/**
 * The sum over the entries of one status at one vendor: prices of different vendors are for the same data, so they are not
 * added. The ends of the ranges are added as if all were reached at once.
 */
public record LedgerTotal(
        LedgerEntry.Status status, String book, int experiments, MoneyRange month, MoneyRange accrued) {}
