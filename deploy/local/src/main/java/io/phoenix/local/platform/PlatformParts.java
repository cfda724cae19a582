package io.phoenix.local.platform;

import io.phoenix.client.Installation;
import io.phoenix.client.PlatformFile;
import io.phoenix.local.platform.Applications.Application;
import io.phoenix.local.postgres.Credentials;
import io.phoenix.local.postgres.PostgresBinaries;
import io.phoenix.local.postgres.PostgresCluster;
import io.phoenix.process.AtomicFile;
import io.phoenix.process.ChildProcesses;
import io.phoenix.process.ProcessEnvironment;
import io.phoenix.process.ProcessSpec;
import io.phoenix.process.RunDirectory;
import io.phoenix.process.Signal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts of the platform on this machine as the launch plan wants them. */
final class PlatformParts {
    /** Version of Phoenix itself. */
    static final String VERSION = "0.1.0";

    private static final String NAMESPACE = "phoenix";

    private final Installation installation;
    private final LaunchPlan plan;
    private final ChildProcesses processes = new ChildProcesses(Clock.systemUTC());
    private final Applications applications;
    private final Credentials credentials;

    PlatformParts(Installation installation, LaunchPlan plan) {
        this.installation = installation;
        this.plan = plan;
        this.applications = new Applications(Path.of(plan.applications()));
        this.credentials = Credentials.in(installation.config().resolve("database.json"));
    }

    PlatformFile.Urls urls() {
        return new PlatformFile.Urls(http(PortName.API), http(PortName.TEMPORAL_UI), http(PortName.PROMETHEUS));
    }

    PostgresCluster cluster() {
        return new PostgresCluster(
                PostgresBinaries.unpack(installation.cache()),
                installation.data().resolve("postgres"),
                port(PortName.POSTGRES),
                credentials);
    }

    Credentials credentials() {
        return credentials;
    }

    Part postgres() {
        PostgresCluster cluster = cluster();
        ProcessSpec spec = cluster.process(plan.installation(), installation.logFile("postgres"));
        return new ProcessPart(
                processes,
                directory("postgres"),
                spec,
                new PartAddress(
                        PostgresBinaries.VERSION, port(PortName.POSTGRES), cluster.url(PostgresCluster.DATABASE)),
                new PartBehaviour(cluster::ready, () -> {}, PostgresCluster.ENDING, Duration.ofSeconds(15)));
    }

    Part temporal() {
        TemporalDevServer server = new TemporalDevServer(
                plan.tool("temporal"), installation.data().resolve("temporal"), Path.of(plan.source()), ports());
        return new ProcessPart(
                processes,
                directory("temporal"),
                server.process(plan.installation(), NAMESPACE, installation.logFile("temporal")),
                new PartAddress(version("temporal"), port(PortName.TEMPORAL), http(PortName.TEMPORAL_UI)),
                new PartBehaviour(
                        () -> server.ready(NAMESPACE),
                        () -> server.setRetention(NAMESPACE),
                        Signal.TERM,
                        Duration.ofSeconds(20)));
    }

    Part prometheus() {
        PrometheusServer server =
                new PrometheusServer(plan.tool("prometheus"), installation.data(), port(PortName.PROMETHEUS));
        Path config = directory("prometheus").file("prometheus.yml");
        new AtomicFile(config)
                .write(PrometheusServer.configuration(
                        installation.discoveryDirectory(),
                        port(PortName.MANAGEMENT),
                        port(PortName.WORKER_MANAGEMENT)));
        return new ProcessPart(
                processes,
                directory("prometheus"),
                server.process(plan.installation(), config, installation.logFile("prometheus")),
                new PartAddress(version("prometheus"), port(PortName.PROMETHEUS), http(PortName.PROMETHEUS)),
                PartBehaviour.probing(new HttpProbe(http(PortName.PROMETHEUS) + "/-/ready")));
    }

    Part api() {
        return application(
                "api",
                Application.API,
                new PartAddress(VERSION, port(PortName.API), http(PortName.API)),
                http(PortName.API) + "/health/ready");
    }

    Part worker() {
        return application(
                "worker",
                Application.WORKER,
                new PartAddress(VERSION, port(PortName.WORKER_MANAGEMENT), null),
                http(PortName.WORKER_MANAGEMENT) + "/health/ready");
    }

    List<Part> standingCollectors() {
        return List.of(new StandingCollectorPart(
                Preparation.TARGET, version("collector"), Preparation.standing(installation, plan)));
    }

    private Part application(String name, Application application, PartAddress address, String readiness) {
        ProcessSpec spec = new ProcessSpec(
                name,
                plan.installation(),
                applications.command(application, List.of()),
                ProcessEnvironment.adding(environment()),
                installation.state(),
                installation.logFile(name));
        return new ProcessPart(
                processes,
                directory(name),
                spec,
                address,
                new PartBehaviour(new HttpProbe(readiness), () -> {}, Signal.TERM, Duration.ofSeconds(45)));
    }

    /** What the JVMs of API and worker read; secrets travel in the environment, never in arguments. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PHOENIX_DATABASE_URL", cluster().url(PostgresCluster.DATABASE));
        environment.put("PHOENIX_DATABASE_APP_PASSWORD", credentials.app());
        environment.put("PHOENIX_DATABASE_SYSTEM_PASSWORD", credentials.system());
        environment.put("PHOENIX_TEMPORAL_TARGET", "127.0.0.1:" + port(PortName.TEMPORAL));
        environment.put("PHOENIX_TEMPORAL_NAMESPACE", NAMESPACE);
        environment.put("PHOENIX_TEMPORAL_UI_URL", http(PortName.TEMPORAL_UI));
        environment.put("PHOENIX_PROMETHEUS_URL", http(PortName.PROMETHEUS));
        environment.put("PHOENIX_API_PORT", Integer.toString(port(PortName.API)));
        environment.put("PHOENIX_MANAGEMENT_PORT", Integer.toString(port(PortName.MANAGEMENT)));
        environment.put("PHOENIX_WORKER_MANAGEMENT_PORT", Integer.toString(port(PortName.WORKER_MANAGEMENT)));
        environment.put("PHOENIX_INSTALLATION_ID", plan.installation());
        environment.put("PHOENIX_LOCAL_STATE", installation.state().toString());
        environment.put("PHOENIX_COLLECTOR", plan.tool("collector"));
        environment.put("PHOENIX_VALIDATOR", plan.tool("validator"));
        environment.put("PHOENIX_SIMULATOR_CLASSPATH", applications.simulatorClassPath());
        environment.put("PHOENIX_TIME_SCALE", Double.toString(plan.timeScale()));
        return environment;
    }

    private Ports ports() {
        return plan.portsByName();
    }

    private int port(PortName name) {
        return ports().of(name);
    }

    private String http(PortName name) {
        return "http://127.0.0.1:" + port(name);
    }

    private String version(String tool) {
        return plan.versions().getOrDefault(tool, "unknown");
    }

    private RunDirectory directory(String part) {
        return new RunDirectory(installation.runDirectory(part));
    }
}
