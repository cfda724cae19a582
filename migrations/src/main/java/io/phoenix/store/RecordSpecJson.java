package io.phoenix.store;

import io.phoenix.domain.experiment.ExperimentSpec;
import jakarta.inject.Singleton;

/**
 * A specification as its records are, field by field. Rules are not applied again: what was valid when it was submitted
 * stays readable when the catalogue or the rules have changed since.
 */
@Singleton
public final class RecordSpecJson implements SpecJson {
    @Override
    public String write(ExperimentSpec spec) {
        return Json.write(spec);
    }

    @Override
    public ExperimentSpec read(String json) {
        return Json.read(json, ExperimentSpec.class);
    }
}
