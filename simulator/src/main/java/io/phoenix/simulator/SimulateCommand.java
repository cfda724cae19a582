package io.phoenix.simulator;

import io.phoenix.simulator.otlp.Endpoint;
import io.phoenix.simulator.otlp.GrpcMetricsSink;
import io.phoenix.simulator.profile.Profile;
import io.phoenix.simulator.run.Reports;
import io.phoenix.simulator.run.Simulation;
import io.phoenix.simulator.run.SimulationParameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the program. Exit codes: 0 done or stopped, 2 a bad parameter, 1 anything else. */
@Command(
        name = "phoenix-simulator",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Sends process metrics of simulated hosts over OTLP/gRPC, the same for the same seed.")
final class SimulateCommand implements Callable<Integer> {
    @Option(
            names = "--endpoint",
            required = true,
            paramLabel = "HOST:PORT",
            converter = Converters.ToEndpoint.class,
            description = "OTLP/gRPC receiver, plain text")
    private @Nullable Endpoint endpoint;

    @Option(names = "--profile", defaultValue = "realistic", description = "Kind of load (default: ${DEFAULT-VALUE})")
    private String profile = "";

    @Option(names = "--hosts", description = "Number of hosts (default: the profile's)")
    private @Nullable Integer hosts;

    @Option(names = "--processes-per-host", description = "Process slots of each host (default: the profile's)")
    private @Nullable Integer processesPerHost;

    @Option(
            names = "--interval",
            converter = Converters.ToDuration.class,
            description = "Time between two scrapes of a host, like 1s or 200ms (default: the profile's)")
    private @Nullable Duration interval;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of all randomness (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--duration",
            converter = Converters.ToDuration.class,
            description = "How long to run (default: until SIGTERM)")
    private @Nullable Duration duration;

    @Option(names = "--experiment-id", defaultValue = "", description = "Repeated in the statistics file")
    private String experimentId = "";

    @Option(names = "--stats-file", paramLabel = "FILE", description = "JSON statistics, rewritten every second")
    private @Nullable Path statsFile;

    @Option(
            names = "--ready-file",
            paramLabel = "FILE",
            description = "Appears after each host's first message arrived")
    private @Nullable Path readyFile;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Endpoint target = Objects.requireNonNull(endpoint);
        SimulationParameters parameters = valid(this::parameters);
        Reports reports = valid(() -> new Reports(experimentId, statsFile, readyFile));
        Simulation simulation = new Simulation(parameters, GrpcMetricsSink.connect(target), reports, target.toString());
        try (Termination termination = Termination.stopping(simulation)) {
            simulation.run();
            termination.orderly();
            return CommandLine.ExitCode.OK;
        }
    }

    private SimulationParameters parameters() {
        Profile chosen = Profile.named(profile);
        Profile.Size usual = chosen.defaultSize();
        Profile.Size size = new Profile.Size(
                Objects.requireNonNullElse(hosts, usual.hosts()),
                Objects.requireNonNullElse(processesPerHost, usual.processesPerHost()),
                Objects.requireNonNullElse(interval, usual.interval()));
        return new SimulationParameters(chosen, size, seed, duration);
    }

    private <T> T valid(Supplier<T> parameters) {
        try {
            return parameters.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), e.getMessage(), e);
        }
    }
}
