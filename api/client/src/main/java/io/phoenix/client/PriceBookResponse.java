package io.phoenix.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One plan of one vendor.
 *
 * @param priceVersion the date on which the price was read, with the revision when it is the tenant's own
 * @param verified whether every figure was read on the vendor's own page, or in the tenant's contract
 * @param own whether it is the tenant's own
 * @param unpriced charges whose price stands in a contract alone
 * @param document the whole entry as YAML or JSON; null in lists
 */
public record PriceBookResponse(
        String id,
        String vendor,
        String plan,
        String region,
        String currency,
        String priceVersion,
        boolean verified,
        String priceSource,
        String rule,
        String ruleSource,
        boolean ruleVerified,
        boolean own,
        List<String> unpriced,
        List<String> notes,
        @Nullable String document) {}
