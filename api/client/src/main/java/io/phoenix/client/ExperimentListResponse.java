package io.phoenix.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of experiments, newest first; {@code nextCursor} is null on the last. */
public record ExperimentListResponse(
        List<ExperimentResponse> items, @Nullable String nextCursor) {}
