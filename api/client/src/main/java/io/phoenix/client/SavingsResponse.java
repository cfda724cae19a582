package io.phoenix.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What experiments have saved.
 *
 * @param from start of the time in which {@code accrued} was counted
 * @param totals by status, then by book
 * @param projections by target, then by book
 * @param notes sentences on what is left out
 * @param formula how month, accrued and the totals come about
 */
public record SavingsResponse(
        Instant from,
        Instant to,
        List<SavingsTotalResponse> totals,
        List<SavingResponse> entries,
        List<ProjectionResponse> projections,
        List<String> notes,
        @Nullable String formula) {
    public SavingsResponse {
        notes = notes == null ? List.of() : List.copyOf(notes);
    }
}
