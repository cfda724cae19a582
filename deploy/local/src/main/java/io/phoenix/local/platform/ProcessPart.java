package io.phoenix.local.platform;

import io.phoenix.process.ChildProcesses;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.ProcessSpec;
import io.phoenix.process.RunDirectory;
import io.phoenix.process.Signal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A part that is one program with fixed arguments. */
final class ProcessPart implements Part {
    private final ChildProcesses processes;
    private final RunDirectory directory;
    private final ProcessSpec spec;
    private final PartAddress address;
    private final BooleanSupplier probe;
    private final Runnable afterReady;
    private final Signal ending;
    private final Duration grace;

    ProcessPart(
            ChildProcesses processes,
            RunDirectory directory,
            ProcessSpec spec,
            PartAddress address,
            PartBehaviour behaviour) {
        this.processes = processes;
        this.directory = directory;
        this.spec = spec;
        this.address = address;
        this.probe = behaviour.probe();
        this.afterReady = behaviour.afterReady();
        this.ending = behaviour.ending();
        this.grace = behaviour.grace();
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public String version() {
        return address.version();
    }

    @Override
    public @Nullable Integer port() {
        return address.port();
    }

    @Override
    public @Nullable String url() {
        return address.url();
    }

    @Override
    public Optional<ManagedProcess> adopt() {
        Optional<ManagedProcess> running = processes.adopt(directory).filter(ManagedProcess::isAlive);
        if (running.isPresent() && !running.get().process().digest().equals(spec.digest())) {
            running.get().stop(ending, grace);
            return Optional.empty();
        }
        return running;
    }

    @Override
    public ManagedProcess start() {
        return processes.start(spec, directory);
    }

    @Override
    public boolean ready() {
        return probe.getAsBoolean();
    }

    @Override
    public void afterReady() {
        afterReady.run();
    }

    @Override
    public Signal ending() {
        return ending;
    }

    @Override
    public Duration grace() {
        return grace;
    }
}
