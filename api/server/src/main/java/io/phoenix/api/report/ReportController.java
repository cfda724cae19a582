package io.phoenix.api.report;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.phoenix.activity.analysis.report.HtmlPage;
import io.phoenix.activity.analysis.report.Writers;
import io.phoenix.api.experiment.ExperimentController;
import io.phoenix.api.request.Formats;
import io.phoenix.api.request.Formats.Format;
import io.phoenix.api.security.Caller;
import io.phoenix.api.security.Role;
import io.phoenix.client.Json;
import io.phoenix.client.ReportResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a run has found, in the form that is asked for. */
@Tag(name = "results")
@Controller(ExperimentController.PATH + "/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.VIEWER)
public final class ReportController {
    private static final String MARKDOWN = "text/markdown";
    private static final MediaType MARKDOWN_TYPE = new MediaType(MARKDOWN);
    private static final Formats FORMATS = Formats.of(
            new Format("json", MediaType.APPLICATION_JSON_TYPE),
            new Format("markdown", MARKDOWN_TYPE),
            new Format("text", MediaType.TEXT_PLAIN_TYPE),
            new Format("html", MediaType.TEXT_HTML_TYPE));

    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    @Get("/report")
    @Produces({MediaType.APPLICATION_JSON, MARKDOWN, MediaType.TEXT_PLAIN, MediaType.TEXT_HTML})
    @Operation(
            summary = "Read what a run has found",
            description = "As JSON, Markdown, text or a self-contained HTML page, by the header Accept or by"
                    + " ?format=json|markdown|text|html.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReportResponse.class)),
                @Content(mediaType = MARKDOWN, schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string"))
            })
    HttpResponse<String> report(
            HttpRequest<?> request, Authentication caller, String id, @Nullable @QueryValue String format) {
        String wanted = FORMATS.wanted(request, format);
        Report report = reports.required(Caller.tenant(caller), id);
        return switch (wanted) {
            case "markdown" ->
                HttpResponse.ok(Writers.markdown(Composition.of(report))).contentType(MARKDOWN_TYPE);
            case "text" -> HttpResponse.ok(Writers.text(Composition.of(report))).contentType(MediaType.TEXT_PLAIN_TYPE);
            case "html" ->
                HttpResponse.ok(HtmlPage.of(Composition.of(report), Json.write(reports.response(report))))
                        .contentType(MediaType.TEXT_HTML_TYPE);
            default ->
                HttpResponse.ok(Json.write(reports.response(report))).contentType(MediaType.APPLICATION_JSON_TYPE);
        };
    }
}
