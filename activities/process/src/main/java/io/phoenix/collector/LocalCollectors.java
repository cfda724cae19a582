package io.phoenix.collector;

import io.phoenix.domain.pipeline.Environment;
import io.phoenix.domain.pipeline.PipelineRenderer;
import io.phoenix.process.AtomicFile;
import io.phoenix.process.ChildProcesses;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.PortAllocator;
import io.phoenix.process.ProcessEnvironment;
import io.phoenix.process.ProcessSpec;
import io.phoenix.process.RunDirectory;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Starts and finds collector processes of one installation. Thread-safe. */
public final class LocalCollectors {
    /** Enough for a variant: its memory limiter and what is no heap. */
    public static final int VARIANT_MEBIBYTES = PipelineRenderer.USUAL_MEMORY_LIMIT_MEBIBYTES + 50;

    private static final String CONFIG_FILE = "config.yaml";

    private final String installation;
    private final Path program;
    private final ChildProcesses processes;
    private final PortAllocator ports;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    public LocalCollectors(LocalConfig config, Clock clock) {
        this.installation = config.installation();
        this.program = config.collector();
        this.processes = new ChildProcesses(clock);
        this.ports = new PortAllocator(new StateDirectory(config.state()).portLedger());
    }

    public PortAllocator ports() {
        return ports;
    }

    /** Writes the configuration into the directory and starts the collector there; none must run in it. */
    public ManagedProcess start(CollectorSpec spec, RunDirectory directory) {
        new AtomicFile(configFile(directory)).write(spec.yaml());
        return processes.start(processSpec(spec, directory), directory);
    }

    /** The collector of this directory, dead or alive; empty when none was started. */
    public Optional<ManagedProcess> adopt(RunDirectory directory) {
        return processes.adopt(directory);
    }

    /** Whether the process was started by this specification. */
    public boolean matches(ManagedProcess process, CollectorSpec spec, RunDirectory directory) {
        return process.process().digest().equals(processSpec(spec, directory).digest());
    }

    /** What the collector of this directory answers; empty when it has no ports. */
    public Optional<CollectorEndpoints> endpoints(RunDirectory directory) {
        return CollectorPorts.find(ports, directory).map(found -> new CollectorEndpoints(http, found));
    }

    static Path configFile(RunDirectory directory) {
        return directory.file(CONFIG_FILE);
    }

    private ProcessSpec processSpec(CollectorSpec spec, RunDirectory directory) {
        Map<String, String> environment = new TreeMap<>(spec.variables());
        environment.putAll(CollectorPorts.reserve(ports, directory).environment());
        environment.put("GOMEMLIMIT", spec.memoryMebibytes() + "MiB");
        environment.put(Environment.INSTANCE, spec.name());
        environment.put("PHOENIX_CONFIG_HASH", spec.hash().value());
        return new ProcessSpec(
                spec.name(),
                installation,
                List.of(program.toString(), "--config", "file:" + configFile(directory)),
                ProcessEnvironment.only(environment),
                directory.path(),
                directory.log());
    }
}
