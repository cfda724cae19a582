package io.phoenix.workflow.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the steps of one run share. */
record RunParts(
        ExperimentPlan plan,
        TimeScale scale,
        Grid grid,
        ActivityStubs stubs,
        Journal journal,
        Measuring measuring,
        Run run,
        Commands commands,
        Compensations compensations) {

    static RunParts of(ExperimentPlan plan, @Nullable ExperimentState carried) {
        TimeScale scale = new TimeScale(plan.timeScale());
        Grid grid = Grid.of(plan.spec(), scale);
        ActivityStubs stubs = new ActivityStubs(scale);
        Journal journal = new Journal(plan.ref(), stubs, scale, carried == null ? 0 : carried.sequence());
        Measuring measuring = carried == null ? new Measuring(grid) : Measuring.restored(grid, carried.measured());
        Run run = new Run(journal, measuring);
        Commands commands = new Commands(plan, run, measuring, journal);
        Compensations compensations = new Compensations(carried == null ? List.of() : carried.compensations());
        if (carried != null) {
            run.resumeMeasuring(carried.analysis());
            commands.restore(carried.processedCommands());
        }
        return new RunParts(plan, scale, grid, stubs, journal, measuring, run, commands, compensations);
    }
}
