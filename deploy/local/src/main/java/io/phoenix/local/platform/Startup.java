package io.phoenix.local.platform;

import io.phoenix.client.Installation;
import io.phoenix.client.Json;
import io.phoenix.client.PlatformFile;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.local.platform.Applications.Application;
import io.phoenix.process.AtomicFile;
import io.phoenix.process.ChildProcesses;
import io.phoenix.process.FileMutex;
import io.phoenix.process.LogFile;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.PortAllocator;
import io.phoenix.process.ProcessEnvironment;
import io.phoenix.process.ProcessSpec;
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
    private static final long LOOK_MILLIS = 100;
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
        try (FileMutex.Held held = new FileMutex(installation.state().resolve("run/up.lock")).acquire()) {
            if (processes.part("supervisor").isEmpty()) {
                launch();
            } else {
                running().ifPresent(options::refuseChanges);
            }
            return awaitRunning();
        }
    }

    private void launch() {
        String id = installation.createId();
        Ports ports = reservePorts();
        LaunchPlan withoutTools = plan(id, ports, Map.of(), Map.of());
        Preparation.Running database = Preparation.start(installation, withoutTools, progress);
        ToolPaths tools = ToolPaths.resolve(options.source(), progress);
        LaunchPlan plan = plan(id, ports, tools.paths(), tools.versions());
        database.join();
        startSupervisor(plan);
    }

    private Ports reservePorts() {
        PortAllocator allocator = new PortAllocator(installation.state().resolve("run/ports.json"));
        RunDirectory owner = new RunDirectory(installation.runDirectory("ports"));
        new AtomicFile(owner.file("README")).write("The ledger ../ports.json names the ports of the parts.\n");
        return Ports.reserve(
                allocator,
                owner,
                options.ports(),
                name -> processes.part(name.part()).isPresent());
    }

    private Optional<LaunchPlan> running() {
        RunDirectory supervisor = new RunDirectory(installation.runDirectory("supervisor"));
        return new AtomicFile(supervisor.file("plan.json")).read().map(text -> Json.read(text, LaunchPlan.class));
    }

    private LaunchPlan plan(String id, Ports ports, Map<String, String> tools, Map<String, String> versions) {
        Map<String, Integer> byName = new HashMap<>();
        ports.byName().forEach((name, port) -> byName.put(name.optionName(), port));
        return new LaunchPlan(options.source().toString(), id, byName, tools, versions, options.scale());
    }

    private void startSupervisor(LaunchPlan plan) {
        RunDirectory directory = new RunDirectory(installation.runDirectory("supervisor"));
        Path file = directory.file("plan.json");
        new AtomicFile(file).write(Json.writePretty(plan));
        new AtomicFile(installation.platformFile()).delete();
        ProcessSpec spec = new ProcessSpec(
                "supervisor",
                plan.installation(),
                new Applications(options.source()).command(Application.SUPERVISOR, List.of(file.toString())),
                ProcessEnvironment.adding(Map.of()),
                installation.state(),
                installation.logFile("supervisor"));
        new ChildProcesses(Clock.systemUTC()).start(spec, directory);
    }

    private PlatformFile awaitRunning() {
        long started = progress.now();
        Set<String> announced = new HashSet<>();
        while (progress.now() - started < READINESS.toMillis()) {
            Optional<PlatformFile> platform = installation.platform();
            platform.ifPresent(file -> announce(file, announced, started));
            if (platform.isPresent() && allRun(platform.get())) {
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

    private static boolean allRun(PlatformFile platform) {
        return platform.parts().size() > 1
                && platform.parts().stream().allMatch(part -> part.state().equals(PartState.RUNNING.text()));
    }

    private void refuseDeadSupervisor(long started) {
        Optional<ManagedProcess> supervisor = processes.part("supervisor");
        if (supervisor.isEmpty() && progress.now() - started > 2000) {
            throw new FinalException(
                    ErrorCode.TOOL_UNAVAILABLE,
                    "the supervisor has ended: "
                            + String.join(" | ", LogFile.tail(installation.logFile("supervisor"), 5)));
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
