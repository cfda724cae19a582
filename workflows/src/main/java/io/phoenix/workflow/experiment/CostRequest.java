package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.ExperimentSpec;

/** Which experiment to price, by the books that its spec names. */
public record CostRequest(ExperimentRef ref, ExperimentSpec spec) {}
