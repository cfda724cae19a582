package io.phoenix.api.platform;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.swagger.v3.oas.annotations.Hidden;

/** The description of this interface for machines and, as interactive pages, for people. */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
public final class DescriptionController {
    private static final String DESCRIPTION = "classpath:META-INF/swagger/phoenix-v1.yml";
    private static final String PAGE = "classpath:docs/index.html";

    private final ResourceLoader resources;

    DescriptionController(ResourceLoader resources) {
        this.resources = resources;
    }

    @Get("/openapi.yaml")
    @Produces("application/yaml")
    HttpResponse<StreamedFile> description() {
        return HttpResponse.ok(file(DESCRIPTION, MediaType.of("application/yaml")));
    }

    @Get("/docs")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<StreamedFile> pages() {
        return HttpResponse.ok(file(PAGE, MediaType.TEXT_HTML_TYPE))
                .header(
                        "Content-Security-Policy",
                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:");
    }

    private StreamedFile file(String path, MediaType type) {
        return resources
                .getResourceAsStream(path)
                .map(stream -> new StreamedFile(stream, type))
                .orElseThrow(() -> new FinalException(ErrorCode.INTERNAL, path + " is not in this build"));
    }
}
