package io.phoenix.activity.deployment.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.activity.deployment.DeploymentActivitiesImpl;
import io.phoenix.activity.deployment.Patience;
import io.phoenix.collector.CollectorEndpoints;
import io.phoenix.collector.MetricsText;
import io.phoenix.domain.experiment.Input;
import io.phoenix.process.ManagedProcess;
import io.phoenix.workflow.experiment.RenderedVariants;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostInputIT {
    @TempDir
    Path state;

    private LocalExperiment experiment;
    private ManagedProcess standing;

    @BeforeEach
    void startStandingCollector() {
        experiment = new LocalExperiment(state, new Input(null, new Input.Host(Duration.ofSeconds(1))));
        standing = experiment.ensureStanding();
    }

    @AfterEach
    void removeAll() {
        experiment.fleet().remove(experiment.ref);
        standing.stop(Duration.ofSeconds(5));
    }

    @Test
    void theBaselineShowsTheProcessesOfThisMachine() {
        RenderedVariants rendered = experiment.renderAll();
        experiment.fleet().deploy(experiment.deployRequest(rendered));

        new DeploymentActivitiesImpl(
                        experiment.fleet(), (ref, variants) -> true, Patience.usual(what -> {}), Clock.systemUTC())
                .awaitInput(experiment.readinessRequest(rendered));

        String thisJvm = Long.toString(ProcessHandle.current().pid());
        Waiting.until(() -> baseline().samples().stream()
                .anyMatch(sample -> thisJvm.equals(sample.labels().get("process_pid"))));
        assertThat(baseline().samples())
                .filteredOn(sample -> thisJvm.equals(sample.labels().get("process_pid")))
                .allSatisfy(sample -> assertThat(sample.labels())
                        .containsEntry("process_executable_name", "java")
                        .containsEntry("host_name", HostName.here()));
    }

    private MetricsText baseline() {
        return experiment
                .collectors()
                .endpoints(experiment.state.experimentPart(experiment.ref, "baseline"))
                .flatMap(CollectorEndpoints::data)
                .orElseThrow();
    }
}
