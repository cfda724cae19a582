package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.Input;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.experiment.Variants;
import io.phoenix.domain.pipeline.PipelineRef;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** From the lease of the target to the first points that every variant has accepted. */
final class Initialization {
    private final ExperimentPlan plan;
    private final ActivityStubs stubs;
    private final Grid grid;
    private final Compensations compensations;

    Initialization(ExperimentPlan plan, ActivityStubs stubs, Grid grid, Compensations compensations) {
        this.plan = plan;
        this.stubs = stubs;
        this.grid = grid;
        this.compensations = compensations;
    }

    Prepared prepare(Run run) {
        ExperimentSpec spec = plan.spec();
        run.enter(Phase.INITIALIZING, "reserving target " + spec.target());
        Reservation reservation = reserve(spec.target());
        run.expect("pipelines are rendered and validated", null);
        RenderedVariants rendered = render(reservation);
        run.expect("collectors are deployed", null);
        DeployedCollectors deployed = deploy(reservation, rendered);
        run.expect("collectors are ready", null);
        ReadinessRequest readiness = new ReadinessRequest(plan.ref(), reservation.target(), rendered);
        awaitReady(reservation, readiness);
        startLoad(reservation, deployed);
        return new Prepared(reservation, rendered, deployed);
    }

    Instant awaitInput(Prepared prepared) {
        Reservation reservation = prepared.reservation();
        return stubs.at(
                        reservation.taskQueue(),
                        DeploymentActivities.class,
                        Limits.READY,
                        "wait until every variant has accepted its first points")
                .awaitInput(new ReadinessRequest(plan.ref(), reservation.target(), prepared.rendered()));
    }

    private Reservation reserve(String target) {
        compensations.register(new Compensation.ReleaseTarget(target));
        return stubs.anywhere(TargetActivities.class, Limits.RESERVE, "reserve target " + target)
                .reserveTarget(plan.ref(), target);
    }

    private RenderedVariants render(Reservation reservation) {
        SortedMap<String, PipelineRef> variants =
                new TreeMap<>(plan.spec().variants().candidates());
        PipelineRef baseline = plan.spec().variants().baseline();
        variants.put(Variants.BASELINE, baseline == null ? reservation.active() : baseline);
        return stubs.at(
                        reservation.taskQueue(),
                        PipelineActivities.class,
                        Limits.RENDER,
                        "render and validate the pipelines of " + String.join(", ", variants.keySet()))
                .renderPipelines(new RenderRequest(plan.ref(), variants, input()));
    }

    private DeployedCollectors deploy(Reservation reservation, RenderedVariants rendered) {
        compensations.register(new Compensation.RemoveVariants(reservation.taskQueue(), reservation.target()));
        return stubs.at(
                        reservation.taskQueue(),
                        DeploymentActivities.class,
                        Limits.DEPLOY,
                        "deploy the source and "
                                + String.join(", ", rendered.variants().keySet()) + " to " + reservation.target())
                .deployVariants(new DeployRequest(plan.ref(), reservation.target(), rendered, input()));
    }

    private void awaitReady(Reservation reservation, ReadinessRequest readiness) {
        stubs.at(
                        reservation.taskQueue(),
                        DeploymentActivities.class,
                        Limits.READY,
                        "wait until every collector runs its configuration")
                .awaitReady(readiness);
    }

    private void startLoad(Reservation reservation, DeployedCollectors deployed) {
        if (!(input().simulation() instanceof Input.Simulation simulation)) {
            return;
        }
        ExperimentRef ref = plan.ref();
        compensations.register(new Compensation.StopLoad(reservation.taskQueue()));
        stubs.at(
                        reservation.taskQueue(),
                        LoadActivities.class,
                        Limits.LOAD,
                        "start load " + simulation.profile() + ": " + simulation.hosts() + " hosts with "
                                + simulation.processesPerHost() + " processes")
                .startLoad(new LoadRequest(ref, simulation, grid.interval(), deployed.inputEndpoint()));
    }

    private Input input() {
        return grid.input(plan.spec().input());
    }
}
