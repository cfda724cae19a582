package io.phoenix.client;

import java.util.List;
import java.util.Map;

/**
 * A book without public prices.
 *
 * @param charges that need the tenant's own price
 * @param lines what a volume would be counted as; empty for experiments
 */
public record UnpricedResponse(
        String book, String vendor, String plan, List<String> charges, List<Map<String, Object>> lines) {}
