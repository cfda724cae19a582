package io.phoenix.simulator;

import io.phoenix.simulator.run.Simulation;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;

/**
 * Turns SIGTERM and SIGINT into an orderly end with exit code 0: the hook stops the run and holds the JVM until it has
 * ended.
 */
final class Termination implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean orderly;

    private Termination() {}

    static Termination stopping(Simulation simulation) {
        Termination termination = new Termination();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> termination.end(simulation), "termination"));
        return termination;
    }

    /** The run ended without a failure. */
    void orderly() {
        orderly = true;
    }

    @Override
    public void close() {
        ended.countDown();
    }

    private void end(Simulation simulation) {
        if (ended.getCount() == 0) {
            return;
        }
        simulation.stop();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // A JVM that was ended by a signal reports 128 + its number, although the run ended as asked.
        Runtime.getRuntime().halt(orderly ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE);
    }
}
