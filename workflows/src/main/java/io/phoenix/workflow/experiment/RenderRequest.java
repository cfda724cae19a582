package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.experiment.Input;
import io.phoenix.domain.pipeline.PipelineRef;
import java.util.SortedMap;

/** Which pipelines an experiment needs, by variant (the baseline among them), and the input they receive. */
public record RenderRequest(ExperimentRef ref, SortedMap<String, PipelineRef> variants, Input input) {}
