package io.phoenix.client;

import java.util.List;
import java.util.Map;

/**
 * Prices.
 *
 * @param estimates of an experiment, per candidate and book, in the shape of a report's {@code costs}
 * @param bills of a volume, per book
 * @param unpriced books whose prices stand in a contract alone
 */
public record CostEstimateResponse(
        List<Map<String, Object>> estimates, List<BillResponse> bills, List<UnpricedResponse> unpriced) {
    public CostEstimateResponse {
        estimates = estimates == null ? List.of() : List.copyOf(estimates);
        bills = bills == null ? List.of() : List.copyOf(bills);
        unpriced = unpriced == null ? List.of() : List.copyOf(unpriced);
    }
}
