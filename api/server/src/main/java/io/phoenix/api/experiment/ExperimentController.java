package io.phoenix.api.experiment;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.phoenix.api.request.IdempotencyKey;
import io.phoenix.api.request.Version;
import io.phoenix.api.security.Caller;
import io.phoenix.api.security.Role;
import io.phoenix.client.ExperimentListResponse;
import io.phoenix.client.ExperimentResponse;
import io.phoenix.client.ValidateResponse;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentPage;
import io.phoenix.domain.experiment.ExperimentQuery;
import io.phoenix.domain.experiment.ExperimentStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Experiments: start, list, read and delete. */
@Tag(name = "experiments")
@Controller(ExperimentController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.VIEWER)
public final class ExperimentController {
    public static final String PATH = "/api/v1/experiments";

    private final Submissions submissions;
    private final ExperimentFinder finder;
    private final ExperimentStore experiments;

    ExperimentController(Submissions submissions, ExperimentFinder finder, ExperimentStore experiments) {
        this.submissions = submissions;
        this.finder = finder;
        this.experiments = experiments;
    }

    @Post
    @Secured(Role.OPERATOR)
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml"})
    @Operation(summary = "Start an experiment", description = "The body is the specification, in JSON or YAML.")
    @ApiResponse(responseCode = "202", description = "stored; its workflow starts by itself")
    HttpResponse<ExperimentResponse> create(
            HttpRequest<?> request,
            Authentication caller,
            @Body byte[] spec,
            @Nullable @Header(IdempotencyKey.HEADER) String idempotencyKey) {
        IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
        var submitted = submissions.submit(Caller.of(caller), spec, request.getContentType(), key);
        ExperimentResponse body = ExperimentMapper.accepted(submitted.experiment());
        var response = HttpResponse.<ExperimentResponse>accepted(URI.create(PATH + "/" + body.id()))
                .body(body);
        return submitted.replayed() ? response.header(IdempotencyKey.REPLAYED, "true") : response;
    }

    @Post("/validate")
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml"})
    @Operation(summary = "Check a specification", description = "Finds every mistake and stores nothing.")
    ValidateResponse validate(HttpRequest<?> request, Authentication caller, @Body byte[] spec) {
        return submissions.check(Caller.of(caller), spec, request.getContentType());
    }

    @Get
    @Operation(summary = "List experiments", description = "Newest first, page by page.")
    ExperimentListResponse list(
            Authentication caller,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor,
            @Nullable @QueryValue List<String> phase,
            @Nullable @QueryValue String name,
            @Nullable @QueryValue List<String> label) {
        ExperimentQuery query = ListParameters.read(limit, cursor, phase, name, label);
        ExperimentPage page = experiments.list(Caller.tenant(caller), query);
        return new ExperimentListResponse(
                page.items().stream().map(ExperimentMapper::brief).toList(), page.nextCursor());
    }

    @Get("/{id}")
    @Operation(summary = "Read an experiment")
    HttpResponse<ExperimentResponse> read(
            Authentication caller, String id, @Nullable @Header("If-None-Match") String ifNoneMatch) {
        Experiment experiment = finder.required(Caller.tenant(caller), id);
        Version version = Version.of(experiment.sequence());
        return version.unchangedSince(ifNoneMatch)
                ? HttpResponse.<ExperimentResponse>notModified().header("ETag", version.tag())
                : HttpResponse.ok(ExperimentMapper.whole(experiment)).header("ETag", version.tag());
    }

    @Delete("/{id}")
    @Secured(Role.OWNER)
    @Operation(
            summary = "Delete an experiment that has ended",
            description = "Its measurements go with it, its audit entries stay.")
    @ApiResponse(responseCode = "204", description = "gone")
    HttpResponse<Void> delete(Authentication caller, String id, @Nullable @Header("If-Match") String ifMatch) {
        Experiment experiment = finder.required(Caller.tenant(caller), id);
        Version.of(experiment.sequence()).require(ifMatch);
        if (!experiments.delete(
                Caller.tenant(caller),
                experiment.ref().experiment(),
                Caller.of(caller).subject())) {
            throw ExperimentFinder.unknown();
        }
        return HttpResponse.noContent();
    }
}
