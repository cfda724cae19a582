package io.phoenix.local.platform;

import io.phoenix.client.Installation;
import io.phoenix.client.Json;
import io.phoenix.client.PlatformFile;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.PhoenixException;
import io.phoenix.local.platform.Applications.Application;
import io.phoenix.process.AtomicFile;
import io.phoenix.process.ChildProcesses;
import io.phoenix.process.FileMutex;
import io.phoenix.process.LogFile;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.PortAllocator;
import io.phoenix.process.ProcessEnvironment;
import io.phoenix.process.ProcessSpec;
import io.phoenix.process.ProcessTable;
import io.phoenix.process.RunDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings the platform up on this machine: what is missing is fetched or built, what runs is adopted. */
public final class Startup {
    private static final Duration READINESS = Duration.ofSeconds(120);
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final long LOOK_MILLIS = 100;
    private static final String SUPERVISOR = "supervisor";
    private static final String POSTGRES = "postgres";

    private final Installation installation;
    private final StartupOptions options;
    private final Progress progress;
    private final InstalledProcesses processes;

    public Startup(Installation installation, StartupOptions options, Progress progress) {
        this.installation = installation;
        this.options = options;
        this.progress = progress;
        this.processes = new InstalledProcesses(installation);
    }

    /** Returns when every part runs. */
    public PlatformFile up() {
        try (FileMutex.Held held = alone();
                PortClaims claims = PortClaims.ofThisMachine()) {
            if (processes.part(SUPERVISOR).isEmpty()) {
                launch(claims);
            } else {
                written().ifPresent(this::compare);
            }
            PlatformFile platform = awaitRunning();
            sayTimeScale();
            return platform;
        }
    }

    private void compare(LaunchPlan running) {
        options.refuseChanges(running);
        if (!applications().present().equals(Path.of(running.applications()))) {
            progress.say("build", "the platform runs an earlier build: ./phoenix down and up start the present one");
        }
    }

    private FileMutex.Held alone() {
        FileMutex mutex = new FileMutex(installation.state().resolve("run/up.lock"));
        return mutex.tryAcquire().orElseGet(() -> {
            progress.say("up", "another start of this installation is at work, waiting for its end");
            return mutex.acquire();
        });
    }

    /** What it has begun when it fails is taken back: the ports that were given, and the database that nobody looks after. */
    private void launch(PortClaims claims) {
        PortReservation reservation = reservation(claims);
        Map<String, Integer> ports = reservation.remembered();
        boolean databaseRan = processes.part(POSTGRES).isPresent();
        try {
            startSupervisor(prepared(reservation.reserve(options.ports())));
        } catch (PhoenixException e) {
            if (!databaseRan) {
                processes.part(POSTGRES).ifPresent(process -> process.stop(GRACE));
            }
            reservation.restore(ports);
            throw e;
        }
    }

    /** The plan, when the database and the tools stand that it names. */
    private LaunchPlan prepared(Ports ports) {
        ApplicationStore store = applications();
        LaunchPlan first = plan(ports, store.install());
        Preparation.Running database = Preparation.start(installation, first, progress);
        ToolPaths tools;
        try {
            tools = ToolPaths.resolve(options.source(), progress);
        } finally {
            database.join();
        }
        return first.with(tools);
    }

    private LaunchPlan plan(Ports ports, Path applications) {
        Map<String, Integer> byName = new HashMap<>();
        ports.byName().forEach((name, port) -> byName.put(name.optionName(), port));
        return new LaunchPlan(
                options.source().toString(),
                applications.toString(),
                installation.createId(),
                byName,
                Map.of(),
                Map.of(),
                options.scale(adopted()));
    }

    /** The plan that parts without a supervisor were started by. */
    private Optional<LaunchPlan> adopted() {
        return processes.part("worker").or(() -> processes.part("api")).flatMap(part -> written());
    }

    private Optional<LaunchPlan> written() {
        RunDirectory supervisor = new RunDirectory(installation.runDirectory(SUPERVISOR));
        return new AtomicFile(supervisor.file("plan.json")).read().map(text -> Json.read(text, LaunchPlan.class));
    }

    private PortReservation reservation(PortClaims claims) {
        RunDirectory owner = new RunDirectory(installation.runDirectory("ports"));
        new AtomicFile(owner.file("README")).write("The ledger ../ports.json names the ports of the parts.\n");
        return new PortReservation(
                new PortAllocator(installation.state().resolve("run/ports.json")),
                owner,
                claims,
                name -> processes.part(name.part()).isPresent());
    }

    private ApplicationStore applications() {
        return new ApplicationStore(options.source(), installation.data().resolve("applications"));
    }

    private void sayTimeScale() {
        written()
                .filter(plan -> plan.timeScale() != 1)
                .ifPresent(plan -> progress.say(
                        "time",
                        "every wait of an experiment is multiplied by %s (--time-scale of this platform)"
                                .formatted(plan.timeScale())));
    }

    private void startSupervisor(LaunchPlan plan) {
        RunDirectory directory = new RunDirectory(installation.runDirectory(SUPERVISOR));
        Path file = directory.file("plan.json");
        new AtomicFile(file).write(Json.writePretty(plan));
        new AtomicFile(installation.platformFile()).delete();
        ProcessSpec spec = new ProcessSpec(
                SUPERVISOR,
                plan.installation(),
                new Applications(Path.of(plan.applications()))
                        .command(Application.SUPERVISOR, List.of(file.toString())),
                ProcessEnvironment.adding(Map.of()),
                installation.state(),
                installation.logFile(SUPERVISOR));
        new ChildProcesses(Clock.systemUTC()).start(spec, directory);
    }

    private PlatformFile awaitRunning() {
        long started = progress.now();
        Set<String> announced = new HashSet<>();
        while (progress.now() - started < READINESS.toMillis()) {
            Optional<PlatformFile> platform = installation.platform();
            platform.ifPresent(file -> announce(file, announced, started));
            if (platform.isPresent() && allRun(platform.get())) {
                forgetOldApplications();
                return platform.get();
            }
            refuseDeadSupervisor(started);
            pause();
        }
        throw new FinalException(
                ErrorCode.TOOL_UNAVAILABLE,
                "not every part runs after %d s: ./phoenix status shows which, ./phoenix logs PART says why"
                        .formatted(READINESS.toSeconds()));
    }

    private void announce(PlatformFile platform, Set<String> announced, long started) {
        for (PlatformFile.Part part : platform.parts()) {
            if (part.state().equals(PartState.RUNNING.text()) && announced.add(part.name())) {
                String where = part.url() == null ? "pid " + part.pid() : part.url();
                progress.done(part.name(), started, where);
            }
        }
    }

    /** Load of a running experiment may still be from a build before. */
    private void forgetOldApplications() {
        List<String> commands = processes.alive().stream()
                .map(running -> ProcessTable.command(running.process().pid()))
                .toList();
        applications().prune(copy -> commands.stream().anyMatch(command -> command.contains(copy.toString())));
    }

    private static boolean allRun(PlatformFile platform) {
        return platform.parts().size() > 1
                && platform.parts().stream().allMatch(part -> part.state().equals(PartState.RUNNING.text()));
    }

    private void refuseDeadSupervisor(long started) {
        Optional<ManagedProcess> supervisor = processes.part(SUPERVISOR);
        if (supervisor.isEmpty() && progress.now() - started > 2000) {
            throw new FinalException(
                    ErrorCode.TOOL_UNAVAILABLE,
                    "the supervisor has ended: "
                            + String.join(" | ", LogFile.tail(installation.logFile(SUPERVISOR), 5)));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FinalException(ErrorCode.INTERNAL, "interrupted while the platform was starting", e);
        }
    }
}
