package io.phoenix.activity.simulation.local;

import io.phoenix.activity.simulation.LoadGenerator;
import io.phoenix.collector.LocalConfig;
import io.phoenix.collector.RemovalFence;
import io.phoenix.collector.StateDirectory;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Input;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.AtomicFile;
import io.phoenix.process.ChildProcesses;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.Pause;
import io.phoenix.process.ProcessEnvironment;
import io.phoenix.process.ProcessSpec;
import io.phoenix.process.RunDirectory;
import io.phoenix.workflow.experiment.LoadRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the simulator in a JVM of its own. */
public final class LocalLoadGenerator implements LoadGenerator {
    private static final String LOAD = "load";
    private static final String STATISTICS = "load-statistics.json";
    private static final String READY = "ready";
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration FIRST_MESSAGES = Duration.ofSeconds(18);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int LOOKED_AT_LINES = 100;
    private static final int QUOTED_LINES = 8;

    private final LocalConfig config;
    private final StateDirectory state;
    private final ChildProcesses processes;

    public LocalLoadGenerator(LocalConfig config, Clock clock) {
        this.config = config;
        this.state = new StateDirectory(config.state());
        this.processes = new ChildProcesses(clock);
    }

    @Override
    public void start(LoadRequest request) {
        RunDirectory directory = state.experimentPart(request.ref(), LOAD);
        ProcessSpec spec = spec(request, directory);
        awaitFirstMessages(fence(request.ref()).start(() -> adoptedOrStarted(spec, directory)), directory);
    }

    private ManagedProcess adoptedOrStarted(ProcessSpec spec, RunDirectory directory) {
        ManagedProcess process = processes.adopt(directory).orElse(null);
        if (process == null) {
            return processes.start(spec, directory);
        }
        if (!process.process().digest().equals(spec.digest())) {
            throw new FinalException(
                    ErrorCode.FOREIGN_OBJECT,
                    "%s holds process %d of another load: it was left alone"
                            .formatted(directory.path(), process.pid()));
        }
        return process;
    }

    @Override
    public void stop(ExperimentRef ref) {
        fence(ref).remove(() -> removed(ref));
    }

    private void removed(ExperimentRef ref) {
        RunDirectory directory = state.experimentPart(ref, LOAD);
        processes.adopt(directory).ifPresent(process -> process.stop(GRACE));
        state.keep(ref, directory.log(), "load.log");
        state.keep(ref, directory.file(STATISTICS), STATISTICS);
        directory.delete();
        state.forgetIfEmpty(ref);
    }

    @Override
    public Optional<String> statistics(ExperimentRef ref) {
        return new AtomicFile(state.experimentPart(ref, LOAD).file(STATISTICS))
                .read()
                .or(() -> new AtomicFile(state.experimentLogs(ref).resolve(STATISTICS)).read());
    }

    private RemovalFence fence(ExperimentRef ref) {
        return state.removalFence(ref, LOAD);
    }

    private ProcessSpec spec(LoadRequest request, RunDirectory directory) {
        Input.Simulation simulation = request.simulation();
        return new ProcessSpec(
                LOAD,
                config.installation(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        // The simulator competes with what is measured: no second compiler beside it.
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        config.simulatorClasspath(),
                        "io.phoenix.simulator.Main",
                        "--endpoint=" + request.endpoint(),
                        "--profile=" + simulation.profile(),
                        "--hosts=" + simulation.hosts(),
                        "--processes-per-host=" + simulation.processesPerHost(),
                        "--interval=" + request.interval().toMillis() + "ms",
                        "--seed=" + simulation.seed(),
                        "--experiment-id=" + request.ref().experiment(),
                        "--stats-file=" + directory.file(STATISTICS),
                        "--ready-file=" + directory.file(READY)),
                ProcessEnvironment.only(Map.of()),
                directory.path(),
                directory.log());
    }

    private static void awaitFirstMessages(ManagedProcess process, RunDirectory directory) {
        long deadline = System.nanoTime() + FIRST_MESSAGES.toNanos();
        while (!Files.exists(directory.file(READY))) {
            if (!process.isAlive()) {
                throw failed("has ended", process);
            }
            if (System.nanoTime() >= deadline) {
                throw failed("has delivered nothing within " + FIRST_MESSAGES.toSeconds() + " s", process);
            }
            Pause.of(POLL, "waiting for the load");
        }
        if (!process.isAlive()) {
            throw failed("has ended", process);
        }
    }

    /** The last lines; how to use the program follows a refused option and says nothing new. */
    private static List<String> quoted(List<String> lines) {
        List<String> said =
                lines.stream().takeWhile(line -> !line.startsWith("Usage:")).toList();
        return said.subList(Math.max(0, said.size() - QUOTED_LINES), said.size());
    }

    private static FinalException failed(String what, ManagedProcess process) {
        List<String> tail = quoted(process.tail(LOOKED_AT_LINES));
        return new FinalException(
                ErrorCode.LOAD_FAILED,
                "the simulator %s: %s".formatted(what, tail.isEmpty() ? "it left no log" : String.join(" | ", tail)));
    }
}
