package io.phoenix.simulator.process;

/**
 * The traits drawn once per process, around which its values move.
 *
 * @param cpuCores mean CPU
 * @param cpuShares how the CPU splits over the states; sums to 1
 */
record Workload(
        double cpuCores, CpuValues cpuShares, Disk disk, double residentBytes, double virtualBytes, Handles handles) {

    record Disk(double readBytesPerSecond, double writtenBytesPerSecond) {}

    record Handles(int threads, int fileDescriptors) {}

    static Workload draw(Program program, ResourceUsage usage, RandomStream random) {
        if (program.isKernelThread()) {
            double cores = usage.cpuCores().sample(random) * 0.1;
            return new Workload(cores, new CpuValues(0, 1, 0), new Disk(0, 0), 0, 0, new Handles(1, 0));
        }
        double resident = usage.residentBytes().sample(random);
        double virtual = (64 << 20) + resident * (2 + 4 * random.nextDouble());
        int threads = (int) program.threads().sample(random);
        int descriptors = (int) usage.fileDescriptors().sample(random);
        return new Workload(
                Math.min(usage.cpuCores().sample(random), threads),
                cpuShares(random),
                disk(usage, random),
                resident,
                virtual,
                new Handles(threads, descriptors));
    }

    private static CpuValues cpuShares(RandomStream random) {
        double user = 0.55 + 0.35 * random.nextDouble();
        double wait = 0.05 * random.nextDouble();
        return new CpuValues(user, 1 - user - wait, wait);
    }

    private static Disk disk(ResourceUsage usage, RandomStream random) {
        if (random.nextDouble() < usage.diskIdleShare()) {
            return new Disk(0, 0);
        }
        return new Disk(
                usage.diskBytesPerSecond().sample(random),
                usage.diskBytesPerSecond().sample(random));
    }
}
