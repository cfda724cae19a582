package io.phoenix.workflow.experiment;

import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.analysis.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict as the workflow needs it; the whole result is in the report store.
 *
 * @param winner name of the candidate to promote; null unless the verdict is PROMOTE
 * @param suspicious a saving too good to be promoted without a person
 * @param extensible whether more time could repair the result (too short, coverage too low)
 * @param reduction share of the active series that the best candidate saves; null when unknown
 * @param table the most important numbers as Markdown, for the engine's UI
 * @param look at which of several looks this was found; null when there was one alone
 */
public record AnalysisSummary(
        Verdict verdict,
        List<Reason> reasons,
        @Nullable String winner,
        boolean suspicious,
        boolean extensible,
        @Nullable Double reduction,
        String table,
        @Nullable LookSummary look) {
    public AnalysisSummary {
        reasons = List.copyOf(reasons);
        if (verdict == Verdict.PROMOTE && winner == null) {
            throw new IllegalArgumentException("winner is null, a verdict PROMOTE names the candidate to promote");
        }
    }

    /** Found at the only look. */
    public AnalysisSummary(
            Verdict verdict,
            List<Reason> reasons,
            @Nullable String winner,
            boolean suspicious,
            boolean extensible,
            @Nullable Double reduction,
            String table) {
        this(verdict, reasons, winner, suspicious, extensible, reduction, table, null);
    }

    /** The same, found at one of several looks. */
    public AnalysisSummary at(LookSummary found) {
        return new AnalysisSummary(verdict, reasons, winner, suspicious, extensible, reduction, table, found);
    }

    /** Whether it ends a run of several looks. */
    boolean settled() {
        return look != null && look.settled();
    }
}
