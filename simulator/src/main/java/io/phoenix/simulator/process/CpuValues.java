package io.phoenix.simulator.process;

/** One number per CPU state: seconds for a total, a share of the host for a utilisation. */
public record CpuValues(double user, double system, double ioWait) {
    CpuValues plus(CpuValues other) {
        return new CpuValues(user + other.user, system + other.system, ioWait + other.ioWait);
    }

    CpuValues minus(CpuValues other) {
        return new CpuValues(user - other.user, system - other.system, ioWait - other.ioWait);
    }

    CpuValues times(double factor) {
        return new CpuValues(user * factor, system * factor, ioWait * factor);
    }

    /** The kernel counts CPU time in hundredths of a second. */
    CpuValues inClockTicks() {
        return new CpuValues(tick(user), tick(system), tick(ioWait));
    }

    private static double tick(double seconds) {
        return StrictMath.floor(seconds * 100) / 100;
    }
}
