package io.phoenix.cli;

import io.phoenix.client.ExperimentResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Experiments as rows. */
final class ExperimentTable {
    private ExperimentTable() {}

    static Table of(ExperimentResponse run) {
        return of(List.of(run));
    }

    static Table of(List<ExperimentResponse> runs) {
        Table table = new Table("NAME", "PHASE", "VERDICT", "OUTCOME", "TARGET", "STARTED", "ID");
        for (ExperimentResponse run : runs) {
            table.row(
                    run.title(),
                    run.paused() ? run.phase() + " (paused)" : run.phase(),
                    run.verdict(),
                    run.outcome(),
                    run.target(),
                    seconds(run.createdAt()),
                    run.id());
        }
        return table;
    }

    static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
