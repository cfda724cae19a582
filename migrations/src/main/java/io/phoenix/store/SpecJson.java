package io.phoenix.store;

import io.phoenix.domain.experiment.ExperimentSpec;

/** The stored form of a specification. */
public interface SpecJson {
    String write(ExperimentSpec spec);

    ExperimentSpec read(String json);
}
