package io.phoenix.client;

/** The sum of one status at one vendor. Prices of different vendors are for the same data and are not added. */
public record SavingsTotalResponse(
        String status, String book, int experiments, MoneyRangeResponse month, MoneyRangeResponse accrued) {}
