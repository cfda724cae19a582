package io.phoenix.activity.measurement;

import java.util.Map;

/** One series at one instant. */
public record InstantSample(Map<String, String> labels, double value) {
    public InstantSample {
        labels = Map.copyOf(labels);
    }
}
