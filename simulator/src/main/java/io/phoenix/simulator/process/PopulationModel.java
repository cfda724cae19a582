package io.phoenix.simulator.process;

import java.util.List;

/**
 * Everything that shapes the processes of a host.
 *
 * @param passing classes of processes that come and go; all other slots run to the end
 * @param kernelThreadShare share of the slots that are kernel threads
 */
public record PopulationModel(
        ProgramCatalogue programs, List<LifetimeClass> passing, double kernelThreadShare, ResourceUsage usage) {
    public PopulationModel {
        passing = List.copyOf(passing);
    }
}
