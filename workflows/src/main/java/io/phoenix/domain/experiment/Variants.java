package io.phoenix.domain.experiment;

import io.phoenix.domain.pipeline.PipelineRef;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sides of an experiment.
 *
 * @param baseline null: what the target runs when the experiment starts
 * @param candidates by name, in the order of the names; a single one is named {@code candidate}
 */
public record Variants(@Nullable PipelineRef baseline, Map<String, PipelineRef> candidates) {
    /** The name of the baseline in labels, measurements, reports and files. */
    public static final String BASELINE = "baseline";

    /** The name of a single candidate. */
    public static final String CANDIDATE = "candidate";

    public Variants {
        candidates = Collections.unmodifiableMap(new TreeMap<>(candidates));
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("candidates is empty: an experiment compares at least one");
        }
    }
}
