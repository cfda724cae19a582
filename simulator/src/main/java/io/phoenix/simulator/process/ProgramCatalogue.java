package io.phoenix.simulator.process;

import java.util.List;

/**
 * The programs of a host.
 *
 * @param ranked user programs from the most to the least frequent; drawn by Zipf's law
 * @param zipfExponent s in "frequency proportional to 1 / rank^s"
 * @param critical programs of which every host runs one process from before the start to the end
 * @param kernelThreads names are taken in this order, again from the front with a number when they run out
 */
public record ProgramCatalogue(
        List<Program> ranked, double zipfExponent, List<Program> critical, List<Program> kernelThreads) {

    public ProgramCatalogue {
        ranked = List.copyOf(ranked);
        critical = List.copyOf(critical);
        kernelThreads = List.copyOf(kernelThreads);
        if (ranked.isEmpty() || kernelThreads.isEmpty()) {
            throw new IllegalArgumentException("a catalogue needs ranked programs and kernel threads");
        }
    }

    ZipfLaw popularity() {
        return new ZipfLaw(ranked.size(), zipfExponent);
    }

    Program kernelThread(int index) {
        Program thread = kernelThreads.get(index % kernelThreads.size());
        int round = index / kernelThreads.size();
        return round == 0 ? thread : Program.kernelThread(thread.name() + "-" + round);
    }
}
