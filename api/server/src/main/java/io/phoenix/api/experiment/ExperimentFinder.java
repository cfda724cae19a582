package io.phoenix.api.experiment;

import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks up what a path names. An id of another tenant, an unknown one and no id at all have one answer. */
@Singleton
public final class ExperimentFinder {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final ExperimentStore experiments;

    ExperimentFinder(ExperimentStore experiments) {
        this.experiments = experiments;
    }

    public Experiment required(TenantId tenant, String id) {
        return uuid(id).flatMap(found -> experiments.find(tenant, found)).orElseThrow(ExperimentFinder::unknown);
    }

    static FinalException unknown() {
        return new FinalException(ErrorCode.NOT_FOUND, "there is no experiment with this id");
    }

    private static Optional<ExperimentId> uuid(String text) {
        return UUID_TEXT.matcher(text).matches() ? Optional.of(ExperimentId.of(text)) : Optional.empty();
    }
}
