package io.phoenix.domain.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code nextCursor} is null on the last. */
public record ExperimentPage(
        List<Experiment> items, @Nullable String nextCursor) {
    public ExperimentPage {
        items = List.copyOf(items);
    }
}
