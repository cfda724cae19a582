package io.phoenix.api.experiment;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.phoenix.api.security.Caller;
import io.phoenix.api.security.Role;
import io.phoenix.client.EventListResponse;
import io.phoenix.client.EventResponse;
import io.phoenix.client.MeasurementsResponse;
import io.phoenix.client.WorkflowLinkResponse;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.measurement.MeasurementStore;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.tenant.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What a run has done and measured. */
@Tag(name = "results")
@Controller(ExperimentController.PATH + "/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.VIEWER)
public final class ExperimentResultController {
    private final ExperimentFinder finder;
    private final ExperimentStore experiments;
    private final MeasurementStore measurements;
    private final Configurations configurations;
    private final WorkflowLinks links;

    ExperimentResultController(
            ExperimentFinder finder,
            ExperimentStore experiments,
            MeasurementStore measurements,
            Configurations configurations,
            WorkflowLinks links) {
        this.finder = finder;
        this.experiments = experiments;
        this.measurements = measurements;
        this.configurations = configurations;
        this.links = links;
    }

    @Get("/measurements")
    @Operation(summary = "Read everything that was measured")
    MeasurementsResponse measurements(Authentication caller, String id) {
        TenantId tenant = Caller.tenant(caller);
        Experiment experiment = finder.required(tenant, id);
        return new MeasurementsResponse(
                measurements.load(tenant, experiment.ref().experiment()).stream()
                        .map(MeasurementMapper::of)
                        .toList());
    }

    @Get("/events")
    @Operation(summary = "Read the history of a run")
    EventListResponse events(Authentication caller, String id) {
        TenantId tenant = Caller.tenant(caller);
        Experiment experiment = finder.required(tenant, id);
        return new EventListResponse(experiments.events(tenant, experiment.ref().experiment()).stream()
                .map(event -> new EventResponse(
                        event.sequence(), event.type(), event.phase().name(), event.message(), event.at()))
                .toList());
    }

    @Get("/configs/{variant}")
    @Produces("text/yaml")
    @Operation(
            summary = "Read the collector configuration of a variant",
            description = "baseline, a candidate's name, or source; as the collector runs it.")
    HttpResponse<String> configuration(Authentication caller, String id, String variant) {
        Experiment experiment = finder.required(Caller.tenant(caller), id);
        RenderedPipeline pipeline = configurations.required(experiment, variant);
        return HttpResponse.ok(pipeline.yaml()).header("ETag", "\"" + pipeline.hash() + "\"");
    }

    @Get("/workflow")
    @Operation(summary = "Find the workflow of a run in the engine")
    WorkflowLinkResponse workflow(Authentication caller, String id) {
        return links.of(finder.required(Caller.tenant(caller), id));
    }
}
