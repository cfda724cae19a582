package io.phoenix.activity.deployment.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.activity.deployment.DeploymentActivitiesImpl;
import io.phoenix.activity.deployment.Patience;
import io.phoenix.activity.deployment.Readiness;
import io.phoenix.activity.simulation.local.LocalLoadGenerator;
import io.phoenix.collector.CollectorEndpoints;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.PortAllocator;
import io.phoenix.process.Signal;
import io.phoenix.workflow.experiment.DeployedCollectors;
import io.phoenix.workflow.experiment.RenderedVariants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCollectorFleetIT {
    private static final List<String> PARTS = List.of("source", "baseline", "candidate");

    @TempDir
    Path state;

    private LocalExperiment experiment;
    private LocalLoadGenerator load;
    private ManagedProcess standing;
    private RenderedVariants rendered;
    private DeployedCollectors deployed;

    @BeforeEach
    void deploy() {
        experiment = new LocalExperiment(state);
        load = new LocalLoadGenerator(experiment.config, Clock.systemUTC());
        standing = experiment.ensureStanding();
        rendered = experiment.renderAll();
        deployed = experiment.fleet().deploy(experiment.deployRequest(rendered));
        activities().awaitReady(experiment.readinessRequest(rendered));
    }

    @AfterEach
    void removeAll() {
        load.stop(experiment.ref);
        experiment.fleet().remove(experiment.ref);
        standing.stop(Duration.ofSeconds(5));
    }

    @Test
    void feedsEveryVariantAndTheStandingCollectorWithTheSameStream() {
        load.start(experiment.loadRequest(deployed.inputEndpoint()));

        activities().awaitInput(experiment.readinessRequest(rendered));

        assertThat(experiment.fleet().acceptedPoints(experiment.readinessRequest(rendered)))
                .containsOnlyKeys("baseline", "candidate")
                .allSatisfy((variant, points) -> assertThat(points).isPositive());
        Waiting.until(() -> acceptedByStanding() > 0);
    }

    @Test
    void everyCollectorReportsTheHashOfItsConfiguration() {
        rendered.variants()
                .forEach((variant, hash) ->
                        assertThat(endpoints(variant).runningHash()).contains(hash));
        assertThat(endpoints("source").runningHash()).contains(rendered.source());
    }

    @Test
    void adoptsWhatAnEarlierWorkerHasStarted() {
        List<Long> before = pids();

        DeployedCollectors again = experiment.fleet().deploy(experiment.deployRequest(rendered));

        assertThat(again).isEqualTo(deployed);
        assertThat(pids()).isEqualTo(before);
    }

    @Test
    void refusesAnotherConfigurationUnderTheSameName() {
        RenderedVariants swapped = new RenderedVariants(
                new java.util.TreeMap<>(java.util.Map.of(
                        "baseline", rendered.variants().get("candidate"),
                        "candidate", rendered.variants().get("baseline"))),
                rendered.source());

        assertThatThrownBy(() -> experiment.fleet().deploy(experiment.deployRequest(swapped)))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FOREIGN_OBJECT));
    }

    @Test
    void aKilledCandidateIsDeadAndStaysDead() {
        ManagedProcess candidate = experiment.process("candidate");

        candidate.signal(Signal.KILL);
        candidate.awaitExit(Duration.ofSeconds(5));

        assertThat(experiment.fleet().readiness(experiment.readinessRequest(rendered)))
                .isInstanceOfSatisfying(
                        Readiness.Dead.class,
                        dead -> assertThat(dead.why())
                                .contains("candidate has ended")
                                .contains("Everything is ready"));
        assertThatThrownBy(() -> experiment.fleet().deploy(experiment.deployRequest(rendered)))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DEPLOYMENT_FAILED));
        assertThat(experiment.process("candidate").isAlive()).isFalse();
    }

    @Test
    void tellsPrometheusWhoseEndpointsTheseAre() throws IOException {
        String discovery = Files.readString(
                state.resolve("discovery/exp-" + experiment.ref.experiment().tail() + ".json"));

        assertThat(discovery)
                .contains("\"phoenix_experiment\" : \"" + experiment.ref.experiment() + "\"")
                .contains("\"__scrape_interval__\" : \"500ms\"")
                .contains("\"phoenix_role\" : \"source\"");
        assertThat(discovery.split("\"targets\"")).hasSize(6);
        assertThat(state.resolve("discovery/target-demo.json")).content().contains("\"target-demo\"");
    }

    @Test
    void removalLeavesNoProcessPortFileOrDirectoryButTheLogs() throws IOException {
        List<ManagedProcess> processes = PARTS.stream().map(experiment::process).toList();
        List<Integer> ports = ports();

        load.start(experiment.loadRequest(deployed.inputEndpoint()));
        load.stop(experiment.ref);
        experiment.fleet().remove(experiment.ref);
        experiment.fleet().remove(experiment.ref);

        assertThat(processes).noneMatch(ManagedProcess::isAlive);
        assertThat(ports).hasSize(12).allMatch(PortAllocator::isFree);
        assertThat(state.resolve("experiments")).isEmptyDirectory();
        assertThat(state.resolve("discovery")).isDirectoryNotContaining("glob:**exp-*");
        try (Stream<Path> logs = Files.list(experiment.state.experimentLogs(experiment.ref))) {
            assertThat(logs.map(log -> log.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "source.log", "baseline.log", "candidate.log", "load.log", "load-statistics.json");
        }
        assertThat(load.statistics(experiment.ref)).isPresent();
        assertThat(standing.isAlive()).isTrue();
    }

    private DeploymentActivitiesImpl activities() {
        return new DeploymentActivitiesImpl(
                experiment.fleet(), (ref, variants) -> true, Patience.usual(progress -> {}), Clock.systemUTC());
    }

    private CollectorEndpoints endpoints(String part) {
        return experiment
                .collectors()
                .endpoints(experiment.state.experimentPart(experiment.ref, part))
                .orElseThrow();
    }

    private double acceptedByStanding() {
        return experiment
                .standing()
                .endpoints()
                .flatMap(CollectorEndpoints::self)
                .orElseThrow()
                .counter("otelcol_receiver_accepted_metric_points");
    }

    private List<Long> pids() {
        return PARTS.stream().map(part -> experiment.process(part).pid()).toList();
    }

    private List<Integer> ports() {
        List<Integer> ports = new ArrayList<>();
        PARTS.forEach(part -> ports.addAll(experiment
                .collectors()
                .ports()
                .reserved(experiment.state.experimentPart(experiment.ref, part))
                .values()));
        return ports;
    }
}
