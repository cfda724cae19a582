package io.phoenix.activity.promotion.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.activity.deployment.local.LocalExperiment;
import io.phoenix.activity.deployment.local.Waiting;
import io.phoenix.activity.promotion.StandingHealth;
import io.phoenix.activity.simulation.local.LocalLoadGenerator;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.PhoenixException;
import io.phoenix.process.ManagedProcess;
import io.phoenix.process.Signal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStandingPipelineIT {
    private static final Duration GRACE = Duration.ofSeconds(5);

    @TempDir
    Path state;

    private LocalExperiment experiment;
    private LocalStandingPipeline standing;
    private RenderedPipeline baseline;
    private RenderedPipeline candidate;

    @BeforeEach
    void startStandingCollector() {
        experiment = new LocalExperiment(state);
        baseline = experiment.render(LocalExperiment.BASELINE);
        candidate = experiment.render(LocalExperiment.CANDIDATE);
        standing = new LocalStandingPipeline(experiment.collectors(), experiment.state);
        experiment.ensureStanding();
        Waiting.until(() -> health().healthy() && baseline.hash().equals(health().running()));
    }

    @AfterEach
    void stopEverything() {
        new LocalLoadGenerator(experiment.config, Clock.systemUTC()).stop(experiment.ref);
        experiment.fleet().remove(experiment.ref);
        experiment.standing().adopt().ifPresent(process -> process.stop(GRACE));
    }

    @Test
    void takesAConfigurationOverWithoutBeingStartedAgain() {
        long pid = process().pid();

        standing.apply(LocalExperiment.TARGET, candidate, 2);

        assertThat(health()).isEqualTo(new StandingHealth(true, false, true, candidate.hash(), 0, 0, 0));
        assertThat(process().pid()).isEqualTo(pid);
    }

    @Test
    void applyingAgainChangesNothing() {
        standing.apply(LocalExperiment.TARGET, candidate, 2);
        standing.apply(LocalExperiment.TARGET, candidate, 2);

        assertThat(experiment.standing().applied().orElseThrow().generation()).isEqualTo(2);
        assertThat(health().running()).isEqualTo(candidate.hash());
    }

    @Test
    void refusesAnEarlierGeneration() {
        standing.apply(LocalExperiment.TARGET, candidate, 3);

        assertThatThrownBy(() -> standing.apply(LocalExperiment.TARGET, baseline, 2))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SUPERSEDED));
        assertThat(health().running()).isEqualTo(candidate.hash());
    }

    @Test
    void aConfigurationThatEndsTheCollectorIsReportedAndTheLastGoodOneComesBack() {
        RenderedPipeline broken = new RenderedPipeline(
                LocalExperiment.BASELINE,
                ConfigHash.of("broken"),
                baseline.yaml().replace("otlp", "nosuch"));

        assertThatThrownBy(() -> standing.apply(LocalExperiment.TARGET, broken, 2))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DEPLOYMENT_FAILED))
                .hasMessageContaining("nosuch");
        assertThat(health().alive()).isFalse();

        experiment.ensureStanding();

        Waiting.until(() -> baseline.hash().equals(health().running()));
    }

    @Test
    void aRestartAfterThePromotionIsSeen() {
        standing.apply(LocalExperiment.TARGET, candidate, 2);
        ManagedProcess process = process();
        process.signal(Signal.KILL);
        process.awaitExit(GRACE);

        experiment.ensureStanding();

        Waiting.until(() -> candidate.hash().equals(health().running()));
        assertThat(health().restarted()).isTrue();
    }

    @Test
    void doesNotApplyToACollectorThatDoesNotRun() {
        process().stop(GRACE);

        assertThatThrownBy(() -> standing.apply(LocalExperiment.TARGET, candidate, 2))
                .isInstanceOfSatisfying(
                        PhoenixException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_READY));
    }

    @Test
    void namesTheProcessesThatTheBaselineShowsAndTheTargetDoesNot() {
        var rendered = experiment.renderAll();
        var deployed = experiment.fleet().deploy(experiment.deployRequest(rendered));
        new LocalLoadGenerator(experiment.config, Clock.systemUTC())
                .start(experiment.loadRequest(deployed.inputEndpoint()));
        standing.apply(LocalExperiment.TARGET, candidate, 2);
        Waiting.until(() -> health().acceptedPoints() > 0 && health().exportedSeries() > 0);

        Waiting.until(() -> !missing("bash", "systemd", "cron", "sh").isEmpty());

        Waiting.until(() -> missing("postgres", "nginx").isEmpty());
    }

    @Test
    void exportsNothingSoonAfterItsInputIsLost() {
        var deployed = experiment.fleet().deploy(experiment.deployRequest(experiment.renderAll()));
        LocalLoadGenerator load = new LocalLoadGenerator(experiment.config, Clock.systemUTC());
        load.start(experiment.loadRequest(deployed.inputEndpoint()));
        standing.apply(LocalExperiment.TARGET, candidate, 2);
        Waiting.until(() -> health().exportedSeries() > 0);

        load.stop(experiment.ref);

        Waiting.until(() -> health().exportedSeries() == 0);
        assertThat(health().acceptedPoints()).isPositive();
    }

    private Set<String> missing(String... names) {
        return standing.missingProcesses(LocalExperiment.TARGET, experiment.ref, List.of(names));
    }

    private StandingHealth health() {
        return standing.health(LocalExperiment.TARGET);
    }

    private ManagedProcess process() {
        return experiment.standing().adopt().orElseThrow();
    }
}
