package io.phoenix.api.catalog;

import io.micronaut.context.annotation.Factory;
import io.phoenix.activity.cost.PriceBooks;
import io.phoenix.api.SubmissionConfig;
import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.experiment.ExperimentSpecReader;
import io.phoenix.domain.pipeline.PipelineCatalog;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

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
                currencies(PriceBooks.shipped()),
                config.engineSignals() ? ExperimentSpecReader.Defaults.LOCAL : ExperimentSpecReader.Defaults.SHARED);
    }

    private static Map<String, String> currencies(PriceBooks books) {
        return books.ids().stream()
                .flatMap(id -> books.find(id).stream())
                .collect(Collectors.toMap(
                        PriceBookEntry::id, entry -> entry.currency().getCurrencyCode()));
    }
}
