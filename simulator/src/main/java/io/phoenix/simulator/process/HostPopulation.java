package io.phoenix.simulator.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.TreeMap;

/**
 * The processes of one host over simulated time. Ticks are taken in order, each once; the same seed, host and model give
 * the same snapshots. Not thread-safe.
 */
public final class HostPopulation {
    private static final int LARGEST_PID = 32_768;
    private static final double UNSEEN_BIRTHS_PER_SECOND = 20;
    private static final double USABLE_CPU = 0.95;

    private final Host host;
    private final PopulationModel model;
    private final ScrapeTiming timing;
    private final RandomStream random;
    private final PidAllocator pids;
    private final ProcessTree tree;
    private final Queue<Transition> transitions = new PriorityQueue<>(Transition.CHRONOLOGICAL);
    private final NavigableMap<Integer, SimulatedProcess> live = new TreeMap<>();
    private long births;
    private long ticks;

    public HostPopulation(Host host, PopulationModel model, ScrapePlan plan) {
        this.host = host;
        this.model = model;
        this.random = new RandomStream(plan.seed()).fork("host").fork(host.name());
        this.timing = new ScrapeTiming(plan.interval(), random.fork("timing"));
        this.pids = new PidAllocator(
                LARGEST_PID, UNSEEN_BIRTHS_PER_SECOND, host.uptime().negated(), random.fork("pids"));
        this.tree = new ProcessTree(random.fork("parents"));
        for (ProcessSlot slot : SlotPlan.of(model, plan.processes())) {
            Spell first = slot.lifetime().first(host.uptime(), slotRandom(slot));
            transitions.add(new Transition.Birth(slot, first));
        }
    }

    /** The scrape of the next tick. */
    public HostSnapshot advance() {
        long tick = ticks++;
        Duration now = timing.start(tick);
        applyTransitions(now);
        return new HostSnapshot(host, tick, scrape(tick, now));
    }

    public Host host() {
        return host;
    }

    private void applyTransitions(Duration now) {
        for (Transition due = transitions.peek();
                due != null && due.at().compareTo(now) <= 0;
                due = transitions.peek()) {
            transitions.remove();
            switch (due) {
                case Transition.Birth birth -> bear(birth);
                case Transition.Death death -> bury(death);
            }
        }
    }

    private void bear(Transition.Birth birth) {
        RandomStream own = random.fork("process").fork(births++);
        Program program = birth.slot().program().apply(own);
        int pid = pids.next(birth.at(), live::containsKey);
        ProcessIdentity identity =
                new ProcessIdentity(pid, tree.parentOf(pid, program), program, program.commandLine(own), birth.at());
        live.put(pid, new SimulatedProcess(identity, model.usage(), own));
        if (birth.spell().death().equals(Spell.NEVER)) {
            tree.add(identity);
        } else {
            transitions.add(new Transition.Death(birth.slot(), birth.spell(), pid));
        }
    }

    private void bury(Transition.Death death) {
        live.remove(death.pid());
        death.slot()
                .lifetime()
                .next(death.spell(), slotRandom(death.slot()).fork(births))
                .ifPresent(spell -> transitions.add(new Transition.Birth(death.slot(), spell)));
    }

    private List<ProcessSample> scrape(long tick, Duration now) {
        List<Duration> readings = timing.readings(tick, live.size());
        double loadFactor = SimulatedTime.diurnal(now, model.usage().diurnalAmplitude());
        List<SimulatedProcess> processes = List.copyOf(live.values());
        double[] demands = new double[processes.size()];
        double total = 0;
        for (int index = 0; index < demands.length; index++) {
            demands[index] = processes.get(index).demand(readings.get(index), loadFactor);
            total += demands[index];
        }
        double granted = Math.min(1, USABLE_CPU * host.cores() / total);
        List<ProcessSample> samples = new ArrayList<>(demands.length);
        for (int index = 0; index < demands.length; index++) {
            samples.add(processes.get(index).observe(readings.get(index), demands[index] * granted, host.cores()));
        }
        return samples;
    }

    private RandomStream slotRandom(ProcessSlot slot) {
        return random.fork("slot").fork(slot.index());
    }
}
