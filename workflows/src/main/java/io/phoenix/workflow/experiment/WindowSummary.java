package io.phoenix.workflow.experiment;

import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.measurement.Quality;
import java.util.List;
import java.util.SortedMap;

/**
 * What a window showed, small enough for the history.
 *
 * @param quality the worst over variants and metrics
 * @param means by {@code variant/metric}, of the samples that arrived
 * @param findings deterministic guardrails that broke by the end of this window; the run ends early when there is one
 * @param digest SHA-256 of the stored values
 */
public record WindowSummary(
        int index, Quality quality, SortedMap<String, Double> means, List<Reason> findings, String digest) {
    public WindowSummary {
        findings = List.copyOf(findings);
    }

    /** A window whose data could not be had in time. */
    public static WindowSummary missing(int index) {
        return new WindowSummary(index, Quality.MISSING, new java.util.TreeMap<>(), List.of(), "");
    }
}
