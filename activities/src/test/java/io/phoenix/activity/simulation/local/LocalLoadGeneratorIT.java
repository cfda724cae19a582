package io.phoenix.activity.simulation.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.activity.deployment.local.LocalExperiment;
import io.phoenix.domain.experiment.Input;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.ManagedProcess;
import io.phoenix.workflow.experiment.LoadRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalLoadGeneratorIT {
    @TempDir
    Path state;

    private LocalExperiment experiment;
    private ManagedProcess standing;

    @BeforeEach
    void startReceiver() {
        experiment = new LocalExperiment(state);
        standing = experiment.ensureStanding();
    }

    @AfterEach
    void stopEverything() {
        generator().stop(experiment.ref);
        standing.stop(Duration.ofSeconds(5));
    }

    @Test
    void isAdoptedByTheNextWorker() {
        generator().start(request("realistic"));
        long pid = experiment.process("load").pid();

        generator().start(request("realistic"));

        assertThat(experiment.process("load").pid()).isEqualTo(pid);
    }

    @Test
    void refusesAnotherLoadOfTheSameExperiment() {
        generator().start(request("realistic"));
        Input.Simulation larger = new Input.Simulation("realistic", 3, 30, LocalExperiment.INTERVAL, 42);

        assertThatThrownBy(() -> generator()
                        .start(new LoadRequest(experiment.ref, larger, LocalExperiment.INTERVAL, endpoint())))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FOREIGN_OBJECT));
    }

    @Test
    void quotesASimulatorThatEndsAtOnce() {
        assertThatThrownBy(() -> generator().start(request("nosuch")))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LOAD_FAILED))
                .hasMessageContaining("nosuch");
    }

    @Test
    void keepsItsStatisticsWhenItIsStopped() {
        generator().start(request("realistic"));

        generator().stop(experiment.ref);

        assertThat(generator().statistics(experiment.ref))
                .hasValueSatisfying(json ->
                        assertThat(json).contains(experiment.ref.experiment().toString()));
        assertThat(state.resolve("experiments")).isEmptyDirectory();
    }

    private LocalLoadGenerator generator() {
        return new LocalLoadGenerator(experiment.config, Clock.systemUTC());
    }

    private LoadRequest request(String profile) {
        return new LoadRequest(
                experiment.ref,
                new Input.Simulation(profile, 2, 30, LocalExperiment.INTERVAL, 42),
                LocalExperiment.INTERVAL,
                endpoint());
    }

    private String endpoint() {
        int port = experiment
                .collectors()
                .ports()
                .find(experiment.state.standingCollector(LocalExperiment.TARGET), "otlp")
                .orElseThrow();
        return "127.0.0.1:" + port;
    }
}
