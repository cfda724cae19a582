package io.phoenix.local.platform;

import io.phoenix.client.Installation;
import io.phoenix.client.Json;
import io.phoenix.process.AtomicFile;
import io.phoenix.process.FileMutex;
import io.phoenix.process.RunDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process that looks after the platform between {@code up} and {@code down}. */
public final class SupervisorMain {
    private static final Logger LOG = LoggerFactory.getLogger(SupervisorMain.class);

    private SupervisorMain() {}

    /** @param arguments the file of the launch plan */
    public static void main(String[] arguments) throws InterruptedException {
        Installation installation = Installation.current();
        RunDirectory directory = new RunDirectory(installation.runDirectory("supervisor"));
        Optional<FileMutex.Held> owned = directory.own();
        if (owned.isEmpty()) {
            LOG.warn("another supervisor looks after {}", installation.state());
            return;
        }
        LaunchPlan plan = read(Path.of(arguments[0]));
        PlatformParts parts = new PlatformParts(installation, plan);
        PlatformStatus status = new PlatformStatus(installation, plan.installation(), parts.urls());
        status.addSupervisor(PlatformParts.VERSION);
        // A part that is started again shall find its port where it was.
        PortClaims claims = PortClaims.ofThisMachine();
        Thread.ofVirtual().name("ports").start(() -> claims.keep(plan.ports().values()));
        Supervisor supervisor = new Supervisor(status, Clock.systemUTC());
        List<Part> watched = new ArrayList<>(
                List.of(parts.postgres(), parts.temporal(), parts.prometheus(), parts.api(), parts.worker()));
        watched.addAll(parts.standingCollectors());
        watched.forEach(supervisor::watch);
        supervisor.every(Duration.ofSeconds(30), LogRotation.of(installation.logDirectory())::rotate);
        LOG.info("looking after {} parts", watched.size());
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            supervisor.stop(watched);
            status.stopped();
            claims.close();
            owned.get().close();
            ended.countDown();
        }));
        ended.await();
    }

    private static LaunchPlan read(Path file) {
        return Json.read(new AtomicFile(file).read().orElseThrow(), LaunchPlan.class);
    }
}
