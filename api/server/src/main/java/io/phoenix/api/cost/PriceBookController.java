package io.phoenix.api.cost;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.phoenix.api.security.Caller;
import io.phoenix.api.security.Role;
import io.phoenix.client.PriceBookListResponse;
import io.phoenix.client.PriceBookResponse;
import io.phoenix.domain.tenant.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The price book, and the tenant's own prices in it. */
@Tag(name = "costs")
@Controller("/api/v1/costs/price-books")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.VIEWER)
public final class PriceBookController {
    private final PriceBookShelf shelf;

    PriceBookController(PriceBookShelf shelf) {
        this.shelf = shelf;
    }

    @Get
    @Operation(summary = "List the price book")
    PriceBookListResponse list(Authentication caller) {
        return new PriceBookListResponse(shelf.list(Caller.tenant(caller)).stream()
                .map(entry -> CostMapper.of(entry, null))
                .toList());
    }

    @Get("/{id}")
    @Operation(
            summary = "Read an entry with its document",
            description = "Its ETag is \"0\" when it comes with Phoenix.")
    HttpResponse<PriceBookResponse> read(Authentication caller, String id) {
        return answer(Caller.tenant(caller), id);
    }

    @Put("/{id}")
    @Secured(Role.OWNER)
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml"})
    @Operation(
            summary = "Put the tenant's own price in the place of an entry",
            description =
                    "The body is the whole entry, in YAML or JSON, as /api/v1/schemas/price-book.json describes it.")
    HttpResponse<PriceBookResponse> put(
            Authentication caller, String id, @Body byte[] document, @Nullable @Header("If-Match") String ifMatch) {
        shelf.put(Caller.of(caller), id, document, ifMatch);
        return answer(Caller.tenant(caller), id);
    }

    @Delete("/{id}")
    @Secured(Role.OWNER)
    @Operation(summary = "Go back to the entry that comes with Phoenix")
    HttpResponse<Void> remove(Authentication caller, String id, @Nullable @Header("If-Match") String ifMatch) {
        shelf.remove(Caller.of(caller), id, ifMatch);
        return HttpResponse.noContent();
    }

    private HttpResponse<PriceBookResponse> answer(TenantId tenant, String id) {
        PriceBookShelf.Shelved found = shelf.required(tenant, id);
        return HttpResponse.ok(CostMapper.of(found.entry(), found.document()))
                .header("ETag", found.version().tag());
    }
}
