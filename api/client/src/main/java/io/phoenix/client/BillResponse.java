package io.phoenix.client;

import java.util.List;
import java.util.Map;

/**
 * What a month of a volume costs.
 *
 * @param month with its range where a figure of the price is not verified
 * @param fee whatever the volume
 * @param lines what is counted, by which formula over which inputs, what is included and charged, and the price of every tier
 */
public record BillResponse(
        String book,
        String vendor,
        String plan,
        String priceVersion,
        boolean verified,
        MoneyRangeResponse month,
        MoneyResponse fee,
        List<Map<String, Object>> lines,
        List<String> notes) {}
