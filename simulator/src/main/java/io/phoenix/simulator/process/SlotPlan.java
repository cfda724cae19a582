package io.phoenix.simulator.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lays out the slots of a host: init and kernel threads, critical programs, then what Zipf's law brings. */
final class SlotPlan {
    private static final Program INIT = new Program(
            "systemd", "/usr/lib/systemd/systemd", "root", "--system --deserialize=%d", new Distribution.Uniform(1, 1));
    private static final Program KERNEL_PARENT = Program.kernelThread("kthreadd");

    private final PopulationModel model;
    private final List<ProcessSlot> slots = new ArrayList<>();

    private SlotPlan(PopulationModel model) {
        this.model = model;
    }

    static List<ProcessSlot> of(PopulationModel model, int processes) {
        SlotPlan plan = new SlotPlan(model);
        plan.addSystem(processes);
        int passing =
                model.passing().stream().mapToInt(kind -> kind.slots(processes)).sum();
        ZipfLaw popularity = model.programs().popularity();
        Function<RandomStream, Program> popular =
                random -> model.programs().ranked().get(popularity.draw(random));
        plan.add(processes - passing - plan.slots.size(), new Lifetime.WholeRun(), popular);
        for (LifetimeClass kind : model.passing()) {
            plan.add(kind.slots(processes), kind.lifetime(), popular);
        }
        return List.copyOf(plan.slots);
    }

    private void addSystem(int processes) {
        Lifetime sinceBoot = new Lifetime.SinceBoot();
        add(1, sinceBoot, random -> INIT);
        add(1, sinceBoot, random -> KERNEL_PARENT);
        int kernelThreads = (int) StrictMath.rint(model.kernelThreadShare() * processes) - 1;
        for (int index = 0; index < kernelThreads; index++) {
            Program thread = model.programs().kernelThread(index);
            add(1, sinceBoot, random -> thread);
        }
        for (Program critical : model.programs().critical()) {
            add(1, new Lifetime.WholeRun(), random -> critical);
        }
    }

    private void add(int count, Lifetime lifetime, Function<RandomStream, Program> program) {
        for (int added = 0; added < count; added++) {
            slots.add(new ProcessSlot(slots.size(), lifetime, program));
        }
    }
}
