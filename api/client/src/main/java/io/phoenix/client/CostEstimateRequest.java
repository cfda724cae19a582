package io.phoenix.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to price: what an experiment has measured, or a volume.
 *
 * @param experiment id; exactly one of it and {@code volume} is given
 * @param hosts to extrapolate an experiment to, from 1 to {@link #MOST_HOSTS}; null: those that were measured
 * @param books ids of price books; empty: all
 */
public record CostEstimateRequest(
        @Nullable String experiment,
        @Nullable Integer hosts,
        @Nullable VolumeRequest volume,
        List<@Nullable String> books) {
    public static final int MOST_HOSTS = 1_000_000;

    public CostEstimateRequest {
        // A null is kept, so that whoever checks the request can say where it stands.
        books = books == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(books));
    }
}
