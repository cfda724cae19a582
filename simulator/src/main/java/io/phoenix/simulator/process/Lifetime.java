package io.phoenix.simulator.process;

import java.time.Duration;
import java.util.Optional;

/** How long the processes of one slot live, and what follows a death. */
public sealed interface Lifetime {

    /** The life that is running at time zero, or the first one after it. */
    Spell first(Duration uptime, RandomStream random);

    /** The life that follows one that has ended; empty when none does. */
    Optional<Spell> next(Spell ended, RandomStream random);

    /** Born when the host boots, never dies. */
    record SinceBoot() implements Lifetime {
        @Override
        public Spell first(Duration uptime, RandomStream random) {
            return new Spell(uptime.negated(), Spell.NEVER);
        }

        @Override
        public Optional<Spell> next(Spell ended, RandomStream random) {
            return Optional.empty();
        }
    }

    /** Born some time before the run, mostly in the first minute after the boot, and alive to its end. */
    record WholeRun() implements Lifetime {
        private static final double STARTED_AT_BOOT = 0.7;

        @Override
        public Spell first(Duration uptime, RandomStream random) {
            double uptimeSeconds = SimulatedTime.seconds(uptime);
            double latest = random.nextDouble() < STARTED_AT_BOOT ? 60 : uptimeSeconds * 0.99;
            double afterBoot = 1 + (latest - 1) * random.nextDouble();
            return new Spell(SimulatedTime.ofSeconds(afterBoot - uptimeSeconds), Spell.NEVER);
        }

        @Override
        public Optional<Spell> next(Spell ended, RandomStream random) {
            return Optional.empty();
        }
    }

    /**
     * Uniform lives between uniform pauses, without end: a job that comes back. At time zero the process is already in
     * equilibrium, so the first minute has the same churn as any other.
     */
    record Renewed(Distribution.Uniform lifeSeconds, Distribution.Uniform pauseSeconds) implements Lifetime {
        @Override
        public Spell first(Duration uptime, RandomStream random) {
            double meanLife = mean(lifeSeconds);
            boolean alive = random.nextDouble() * (meanLife + mean(pauseSeconds)) < meanLife;
            if (alive) {
                double life = lengthBiased(lifeSeconds, random);
                return spell(-life * random.nextDouble(), life);
            }
            double restOfPause = lengthBiased(pauseSeconds, random) * random.nextDouble();
            return spell(restOfPause, lifeSeconds.sample(random));
        }

        @Override
        public Optional<Spell> next(Spell ended, RandomStream random) {
            double birth = SimulatedTime.seconds(ended.death()) + pauseSeconds.sample(random);
            return Optional.of(spell(birth, lifeSeconds.sample(random)));
        }

        private static Spell spell(double birth, double life) {
            return new Spell(SimulatedTime.ofSeconds(birth), SimulatedTime.ofSeconds(birth + life));
        }

        private static double mean(Distribution.Uniform uniform) {
            return (uniform.minimum() + uniform.maximum()) / 2;
        }

        /** The interval that covers a fixed instant is longer than the average one (density proportional to length). */
        private static double lengthBiased(Distribution.Uniform uniform, RandomStream random) {
            double low = uniform.minimum() * uniform.minimum();
            double high = uniform.maximum() * uniform.maximum();
            return StrictMath.sqrt(low + (high - low) * random.nextDouble());
        }
    }
}
