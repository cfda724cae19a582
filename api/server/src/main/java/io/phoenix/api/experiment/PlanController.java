package io.phoenix.api.experiment;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.phoenix.api.security.Caller;
import io.phoenix.api.security.Role;
import io.phoenix.client.PlanRequest;
import io.phoenix.client.PlanResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** How long a run has to be, before it is started. */
@Tag(name = "experiments")
@Controller(ExperimentController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.VIEWER)
public final class PlanController {
    private final RunPlans plans;

    PlanController(RunPlans plans) {
        this.plans = plans;
    }

    @Post("/plan")
    @Operation(
            summary = "Plan a run",
            description =
                    "Length, detectable effect and memory, from a pilot, an experiment or earlier runs, and in errors why the"
                            + " run as it is written has less than an even chance to decide within timing.duration, which is extended"
                            + " only for missing samples, or with several looks timing.maximumDuration; stores nothing.")
    PlanResponse plan(Authentication caller, @Body PlanRequest request) {
        return plans.of(Caller.tenant(caller), request);
    }
}
