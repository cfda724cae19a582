package io.phoenix.api.cost;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.phoenix.activity.cost.PriceBookSchema;
import io.phoenix.api.request.Formats;
import io.phoenix.api.request.Formats.Format;
import io.phoenix.api.security.Caller;
import io.phoenix.api.security.Role;
import io.phoenix.client.CostEstimateRequest;
import io.phoenix.client.CostEstimateResponse;
import io.phoenix.client.Json;
import io.phoenix.client.SavingsResponse;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What metrics cost at every vendor, and what experiments have saved. */
@Tag(name = "costs")
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.VIEWER)
public final class CostController {
    private static final String CSV = "text/csv";
    private static final Formats FORMATS =
            Formats.of(new Format("json", MediaType.APPLICATION_JSON_TYPE), new Format("csv", new MediaType(CSV)));

    private final Estimation estimation;
    private final Savings savings;

    CostController(Estimation estimation, Savings savings) {
        this.estimation = estimation;
        this.savings = savings;
    }

    @Post("/costs/estimate")
    @Operation(
            summary = "Price an experiment or a volume",
            description = "By every vendor's own billing rule, as a range, with how it was computed; stores nothing.")
    CostEstimateResponse estimate(Authentication caller, @Body CostEstimateRequest request) {
        return estimation.of(Caller.tenant(caller), request);
    }

    @Get("/costs/savings")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary = "Read what experiments have saved",
            description =
                    "Realised, potential and lost savings, never added to one another, and where bills are heading. As JSON"
                            + " or CSV, by the header Accept or by ?format=json|csv; ?month=2026-11 counts within that month.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SavingsResponse.class)),
                @Content(mediaType = CSV, schema = @Schema(type = "string"))
            })
    HttpResponse<String> savings(
            HttpRequest<?> request,
            Authentication caller,
            @Nullable @QueryValue String month,
            @Nullable @QueryValue String format) {
        String wanted = FORMATS.wanted(request, format);
        SavingsResponse found =
                savings.of(Caller.tenant(caller), month, Clock.systemUTC().instant());
        return wanted.equals("csv")
                ? HttpResponse.ok(SavingsCsv.of(found.entries())).contentType(new MediaType(CSV))
                : HttpResponse.ok(Json.write(found)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/schemas/price-book.json")
    @Produces("application/schema+json")
    @Operation(summary = "Read the JSON Schema of a price book entry")
    String schema() {
        return Json.writePretty(PriceBookSchema.tree());
    }
}
