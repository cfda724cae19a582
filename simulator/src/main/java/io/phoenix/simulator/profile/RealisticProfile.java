package io.phoenix.simulator.profile;

import io.phoenix.simulator.process.Distribution.LogNormal;
import io.phoenix.simulator.process.Distribution.Uniform;
import io.phoenix.simulator.process.Lifetime;
import io.phoenix.simulator.process.LifetimeClass;
import io.phoenix.simulator.process.PopulationModel;
import io.phoenix.simulator.process.ProgramCatalogue;
import io.phoenix.simulator.process.ResourceUsage;
import java.time.Duration;
import java.util.List;

/**
 * Ordinary servers: 80 % of the slots run to the end, 15 % hold services that live 5 to 60 minutes and are restarted
 * within seconds, 5 % hold jobs of 15 to 90 seconds that pause as long as they run. That gives 5 births a minute on a
 * host of 150 slots.
 */
final class RealisticProfile {
    private static final double MEBIBYTE = 1 << 20;
    private static final double KERNEL_THREAD_SHARE = 0.15;
    private static final double ZIPF_EXPONENT = 1;

    private RealisticProfile() {}

    static Profile create() {
        ProgramCatalogue programs = new ProgramCatalogue(
                RealisticPrograms.ranked(),
                ZIPF_EXPONENT,
                RealisticPrograms.critical(),
                RealisticPrograms.kernelThreads());
        PopulationModel population =
                new PopulationModel(programs, List.of(services(), jobs()), KERNEL_THREAD_SHARE, usage());
        return new Profile("realistic", new Profile.Size(10, 150, Duration.ofSeconds(10)), population);
    }

    private static LifetimeClass services() {
        return new LifetimeClass(0.15, new Lifetime.Renewed(new Uniform(300, 3600), new Uniform(1, 15)));
    }

    private static LifetimeClass jobs() {
        return new LifetimeClass(0.05, new Lifetime.Renewed(new Uniform(15, 90), new Uniform(15, 90)));
    }

    private static ResourceUsage usage() {
        return new ResourceUsage(
                new LogNormal(0.005, 1.6, 0.0001, 4),
                0.4,
                new LogNormal(40 * MEBIBYTE, 1.3, 5 * MEBIBYTE, 4096 * MEBIBYTE),
                new LogNormal(8_192, 1.8, 0, 200 * MEBIBYTE),
                0.4,
                new LogNormal(30, 1, 3, 4_096));
    }
}
