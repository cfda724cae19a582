package io.phoenix.api.catalog;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.phoenix.activity.analysis.calibration.CalibrationTree;
import io.phoenix.activity.analysis.file.ResultTree;
import io.phoenix.api.security.Role;
import io.phoenix.client.Json;
import io.phoenix.client.TemplateListResponse;
import io.phoenix.client.TemplateResponse;
import io.phoenix.domain.experiment.AnalysisPlanReader;
import io.phoenix.domain.experiment.ExperimentSpecSchema;
import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The catalogue of pipeline templates and the JSON Schemas of what is written and read. */
@Tag(name = "catalogue")
@Controller("/api/v1")
@Secured(Role.VIEWER)
public final class CatalogController {
    private final PipelineCatalog catalog;

    CatalogController(PipelineCatalog catalog) {
        this.catalog = catalog;
    }

    @Get("/templates")
    @Operation(summary = "List pipeline templates")
    TemplateListResponse templates() {
        return new TemplateListResponse(
                catalog.templates().stream().map(TemplateMapper::of).toList());
    }

    @Get("/templates/{name}")
    @Operation(summary = "Read a pipeline template with its parameters")
    TemplateResponse template(String name) {
        return catalog.find(name)
                .map(TemplateMapper::of)
                .orElseThrow(() -> new FinalException(ErrorCode.NOT_FOUND, "there is no template with this name"));
    }

    @Get("/schemas/experiment-spec.json")
    @Produces("application/schema+json")
    @Operation(summary = "Read the JSON Schema of an experiment's specification")
    String schema() {
        return Json.writePretty(ExperimentSpecSchema.tree());
    }

    @Get("/schemas/analysis-result.json")
    @Produces("application/schema+json")
    @Operation(summary = "Read the JSON Schema of what the verdict engine finds")
    String resultSchema() {
        return ResultTree.schema();
    }

    @Get("/schemas/calibration-result.json")
    @Produces("application/schema+json")
    @Operation(summary = "Read the JSON Schema of what 'phoenix calibrate -o json' writes")
    String calibrationSchema() {
        return CalibrationTree.schema();
    }

    @Get("/schemas/analysis-plan.json")
    @Produces("application/schema+json")
    @Operation(summary = "Read the JSON Schema of a plan for 'phoenix analyze'")
    String planSchema() {
        return Json.writePretty(AnalysisPlanReader.schema());
    }
}
