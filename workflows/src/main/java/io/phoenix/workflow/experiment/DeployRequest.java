package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Input;

/** What to start on the target: the source and one collector per variant. */
public record DeployRequest(ExperimentRef ref, String target, RenderedVariants rendered, Input input) {}
