package io.phoenix.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one won experiment is worth at one vendor.
 *
 * @param experiment its id
 * @param title its name and number
 * @param status REALISED, POTENTIAL or LOST, which are never added to one another
 * @param reason active, not_promoted, reverted, rolled_back or replaced
 * @param month net saving of a month
 * @param accrued in all its periods, within the asked time
 * @param since start of the first period, or when a run that was not promoted ended
 * @param until end of the last period; null unless it is lost
 * @param periods in which its pipeline ran, oldest first; empty when it was not promoted
 */
public record SavingResponse(
        String experiment,
        String title,
        String target,
        String candidate,
        String book,
        String priceVersion,
        String status,
        String reason,
        MoneyRangeResponse month,
        MoneyRangeResponse accrued,
        Instant since,
        @Nullable Instant until,
        List<SavingPeriodResponse> periods) {
    public SavingResponse {
        periods = periods == null ? List.of() : List.copyOf(periods);
    }
}
