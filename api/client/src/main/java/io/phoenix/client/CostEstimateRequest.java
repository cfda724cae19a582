package io.phoenix.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to price: what an experiment has measured, or a volume.
 *
 * @param experiment id; exactly one of it and {@code volume} is given
 * @param hosts to extrapolate an experiment to; null: those that were measured
 * @param books ids of price books; empty: all
 */
public record CostEstimateRequest(
        @Nullable String experiment,
        @Nullable Integer hosts,
        @Nullable VolumeRequest volume,
        List<String> books) {
    public CostEstimateRequest {
        books = books == null ? List.of() : List.copyOf(books);
    }
}
