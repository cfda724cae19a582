package io.phoenix.local.platform;

import io.phoenix.error.PhoenixException;
import io.phoenix.process.Backoff;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.PortAllocator;
import io.phoenix.process.PortHolder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the parts running: adopts what an earlier supervisor left, starts what is missing, and restarts what dies after a
 * growing wait. One thread per part.
 */
final class Supervisor {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration READINESS = Duration.ofSeconds(90);

    private final PlatformStatus status;
    private final Clock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    Supervisor(PlatformStatus status, Clock clock) {
        this.status = status;
        this.clock = clock;
    }

    void watch(Part part) {
        status.add(part);
        threads.add(Thread.ofVirtual().name(part.name()).start(() -> keepRunning(part)));
    }

    /** Repeats the work as long as the parts are looked after. */
    void every(Duration period, Runnable work) {
        threads.add(Thread.ofVirtual().name("chores").start(() -> {
            while (!stopped()) {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    // Another time may do better; the parts matter more.
                    LOG.error("it goes on", e);
                }
                pause(period);
            }
        }));
    }

    /** Stops the parts, the last one watched first; returns when all have ended. */
    void stop(List<Part> parts) {
        stopping.countDown();
        for (Thread thread : threads) {
            join(thread);
        }
        for (Part part : parts.reversed()) {
            part.adopt().ifPresent(process -> process.stop(part.ending(), part.grace()));
            status.set(part, PartState.STOPPED, null);
            LOG.info("{} stopped", part.name());
        }
    }

    private void keepRunning(Part part) {
        Backoff backoff = new Backoff();
        while (!stopped()) {
            long started = clock.millis();
            runOnce(part);
            if (stopped()) {
                return;
            }
            Duration wait = backoff.afterRunOf(Duration.ofMillis(clock.millis() - started));
            LOG.warn("{} has ended, next start in {} s", part.name(), wait.toSeconds());
            noteRestart(part);
            pause(wait);
        }
    }

    private void noteRestart(Part part) {
        try {
            status.restarting(part);
        } catch (RuntimeException e) {
            LOG.error("the restart of {} cannot be noted", part.name(), e);
        }
    }

    /** Returns when the process has ended or the supervisor stops. */
    private void runOnce(Part part) {
        try {
            Optional<ManagedProcess> running = part.adopt();
            ManagedProcess process = running.isPresent() ? running.get() : start(part);
            LOG.info("{} {} as pid {}", part.name(), running.isPresent() ? "adopted" : "started", process.pid());
            status.set(part, PartState.STARTING, process.pid());
            if (awaitReady(part, process)) {
                part.afterReady();
                status.set(part, PartState.RUNNING, process.pid());
                while (process.isAlive() && !stopped()) {
                    pause(LOOK);
                }
            }
            if (!process.isAlive()) {
                LOG.warn("{} (pid {}) is gone; last output: {}", part.name(), process.pid(), process.tail(3));
            }
        } catch (PhoenixException e) {
            LOG.error("{} cannot be started: {}", part.name(), e.getMessage());
            status.set(part, PartState.FAILED, null);
        } catch (RuntimeException e) {
            // Whatever it is (a full disk, for one), the part must be tried again.
            LOG.error("{} cannot be looked after", part.name(), e);
        }
    }

    private static ManagedProcess start(Part part) {
        Integer port = part.port();
        if (port != null && !PortAllocator.isFree(port)) {
            throw PortAllocator.taken(port, part.name());
        }
        return part.start();
    }

    private boolean awaitReady(Part part, ManagedProcess process) {
        long deadline = clock.millis() + READINESS.toMillis();
        while (process.isAlive() && !stopped()) {
            if (listensItself(part, process) && part.ready()) {
                return true;
            }
            if (clock.millis() > deadline) {
                LOG.warn("{} has not answered for {} s and is started again", part.name(), READINESS.toSeconds());
                process.stop(part.ending(), part.grace());
                return false;
            }
            pause(LOOK);
        }
        return false;
    }

    /** Another program that took the port first would be asked, and answer, in the name of the part. */
    private static boolean listensItself(Part part, ManagedProcess process) {
        Integer port = part.port();
        return port == null || PortHolder.isHeldBy(process.pid(), port);
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    private void pause(Duration time) {
        try {
            // Ends early when the supervisor stops.
            boolean stop = stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
            LOG.trace("waited, stopping: {}", stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
