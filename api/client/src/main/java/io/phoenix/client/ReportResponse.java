package io.phoenix.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment found.
 *
 * @param verdict null unless the data were analysed
 * @param outcome what happened to the target; null while the experiment runs
 * @param measuredFor length of what was really measured, which a time scale makes shorter than the plan; null: nothing yet
 * @param analysis result of the engine, in the shape {@code phoenix.analysis/v1}; null without one
 * @param costs one estimate per candidate and price book
 * @param data what the analysis was computed from, so that it can be computed again; null without an analysis
 * @param queries by which expressions the windows were measured; empty before the first window
 * @param digest {@link ReportDigest} of the rest but {@code analysis} and {@code data}; null in reports of earlier versions
 */
public record ReportResponse(
        @Nullable String verdict,
        @Nullable String outcome,
        @Nullable String outcomeReason,
        @Nullable String cleanup,
        ExperimentResponse experiment,
        @Nullable String measuredFor,
        @Nullable Map<String, Object> analysis,
        List<Map<String, Object>> costs,
        @Nullable Map<String, Object> data,
        List<QueryResponse> queries,
        @Nullable String digest) {}
