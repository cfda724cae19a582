package io.phoenix.activity.deployment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.TransientException;
import io.phoenix.workflow.experiment.DeployRequest;
import io.phoenix.workflow.experiment.DeployedCollectors;
import io.phoenix.workflow.experiment.DeploymentActivities;
import io.phoenix.workflow.experiment.ReadinessRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Waits for the collectors of an experiment, looking a few times per second. */
public final class DeploymentActivitiesImpl implements DeploymentActivities {
    private static final String SOURCE = "source";

    private final CollectorFleet fleet;
    private final ScrapeHealth scrapes;
    private final Patience patience;
    private final Clock clock;

    /** @param clock of the machine that Prometheus runs on, or one in step with it */
    public DeploymentActivitiesImpl(CollectorFleet fleet, ScrapeHealth scrapes, Patience patience, Clock clock) {
        this.fleet = fleet;
        this.scrapes = scrapes;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public DeployedCollectors deployVariants(DeployRequest request) {
        return fleet.deploy(request);
    }

    @Override
    public void awaitReady(ReadinessRequest request) {
        Set<String> all = new TreeSet<>(request.rendered().variants().keySet());
        all.add(SOURCE);
        patience.await(
                () -> {
                    String missing = missing(request);
                    return missing.isEmpty() && !scrapes.allUp(request.ref(), all)
                            ? "Prometheus has not scraped every collector yet"
                            : missing;
                },
                missing -> new TransientException(ErrorCode.NOT_READY, "the collectors are not ready: " + missing));
    }

    @Override
    public Instant awaitInput(ReadinessRequest request) {
        patience.await(
                () -> {
                    requireAlive(request);
                    Map<String, Double> accepted = fleet.acceptedPoints(request);
                    Set<String> without =
                            new TreeSet<>(request.rendered().variants().keySet());
                    without.removeIf(variant -> accepted.getOrDefault(variant, 0.0) > 0);
                    return without.isEmpty() ? "" : "no points have arrived at " + String.join(", ", without);
                },
                missing ->
                        new FinalException(ErrorCode.NO_INPUT, missing + ": look at the load and at the source's log"));
        return clock.instant();
    }

    @Override
    public void removeVariants(ExperimentRef ref, String target) {
        fleet.remove(ref);
    }

    private String missing(ReadinessRequest request) {
        return switch (fleet.readiness(request)) {
            case Readiness.Ready() -> "";
            case Readiness.Waiting(String what) -> what;
            case Readiness.Dead(String why) -> throw new FinalException(ErrorCode.DEPLOYMENT_FAILED, why);
        };
    }

    private void requireAlive(ReadinessRequest request) {
        if (fleet.readiness(request) instanceof Readiness.Dead(String why)) {
            throw new FinalException(ErrorCode.DEPLOYMENT_FAILED, why);
        }
    }
}
