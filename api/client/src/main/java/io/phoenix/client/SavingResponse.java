package io.phoenix.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one won experiment is worth at one vendor.
 *
 * @param experiment its id
 * @param title its name and number
 * @param status REALISED, POTENTIAL or LOST, which are never added to one another
 * @param reason active, not_promoted, reverted, rolled_back or replaced
 * @param month net saving of a month
 * @param accrued within the asked time
 * @param until null unless it is lost
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
        @Nullable Instant until) {}
