package io.phoenix.simulator.process;

import java.time.Duration;

/** A live process: its identity, its counters and the walks its values follow. Not thread-safe. */
final class SimulatedProcess {
    private static final int PAGE = 4096;
    private static final double LARGEST_MEMORY_SWING = 0.5;

    private final ProcessIdentity identity;
    private final Workload workload;
    private final RandomStream random;
    private final MeanReversion activityWalk;
    private final MeanReversion memoryWalk;

    private Duration lastSeen;
    private boolean seen;
    private double activity = 1;
    private CpuValues cpuSeconds = new CpuValues(0, 0, 0);
    private double readBytes;
    private double writtenBytes;

    SimulatedProcess(ProcessIdentity identity, ResourceUsage usage, RandomStream random) {
        this.identity = identity;
        this.random = random;
        this.workload = Workload.draw(identity.program(), usage, random);
        this.activityWalk = new MeanReversion(0.5, Duration.ofSeconds(60), random);
        this.memoryWalk = new MeanReversion(0.08, Duration.ofMinutes(5), random);
        this.lastSeen = identity.birth();
    }

    ProcessIdentity identity() {
        return identity;
    }

    /** The cores this process asks for until the given time, of which the host grants a share in {@link #observe}. */
    double demand(Duration until, double loadFactor) {
        activity = StrictMath.exp(activityWalk.advance(secondsSince(until), random));
        return seen ? workload.cpuCores() * activity * loadFactor : workload.cpuCores();
    }

    ProcessSample observe(Duration at, double cores, int hostCores) {
        double elapsed = secondsSince(at);
        CpuValues before = cpuSeconds.inClockTicks();
        cpuSeconds = cpuSeconds.plus(workload.cpuShares().times(cores * elapsed));
        CpuValues total = cpuSeconds.inClockTicks();
        CpuValues utilization = seen ? total.minus(before).times(1 / (elapsed * hostCores)) : null;
        ProcessSample sample = new ProcessSample(identity, at, total, utilization, footprint(elapsed));
        seen = true;
        lastSeen = at;
        return sample;
    }

    private ProcessSample.Footprint footprint(double elapsed) {
        readBytes += workload.disk().readBytesPerSecond() * activity * elapsed;
        writtenBytes += workload.disk().writtenBytesPerSecond() * activity * elapsed;
        double swing = Math.clamp(memoryWalk.advance(elapsed, random), -LARGEST_MEMORY_SWING, LARGEST_MEMORY_SWING);
        return new ProcessSample.Footprint(
                wholePages(workload.residentBytes() * StrictMath.exp(swing)),
                wholePages(workload.virtualBytes()),
                wholePages(readBytes),
                wholePages(writtenBytes),
                workload.handles().threads(),
                fileDescriptors());
    }

    private long fileDescriptors() {
        int base = workload.handles().fileDescriptors();
        return base == 0 ? 0 : base + random.nextInt(1 + base / 10);
    }

    private double secondsSince(Duration at) {
        return SimulatedTime.seconds(at.minus(lastSeen));
    }

    private static long wholePages(double bytes) {
        return ((long) (bytes / PAGE)) * PAGE;
    }
}
