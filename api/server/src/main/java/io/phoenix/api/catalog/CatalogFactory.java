package io.phoenix.api.catalog;

import io.micronaut.context.annotation.Factory;
import io.phoenix.activity.cost.PriceBooks;
import io.phoenix.api.SubmissionConfig;
import io.phoenix.domain.experiment.ExperimentSpecReader;
import io.phoenix.domain.pipeline.PipelineCatalog;
import jakarta.inject.Singleton;

/** What this installation knows. */
@Factory
public final class CatalogFactory {
    @Singleton
    PipelineCatalog pipelines() {
        return PipelineCatalog.shipped();
    }

    @Singleton
    ExperimentSpecReader specifications(PipelineCatalog pipelines, SubmissionConfig config) {
        return new ExperimentSpecReader(
                pipelines,
                PriceBooks.shipped().ids(),
                config.engineSignals() ? ExperimentSpecReader.Defaults.LOCAL : ExperimentSpecReader.Defaults.SHARED);
    }
}
