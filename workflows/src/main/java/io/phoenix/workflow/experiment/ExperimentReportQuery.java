package io.phoenix.workflow.experiment;

import org.jspecify.annotations.Nullable;

/** The verdict so far, for the query {@code report}; null parts are not known yet. */
public record ExperimentReportQuery(
        @Nullable AnalysisSummary analysis, @Nullable CostSummary cost) {}
