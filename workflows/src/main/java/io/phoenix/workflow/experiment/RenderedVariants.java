package io.phoenix.workflow.experiment;

import io.phoenix.domain.pipeline.ConfigHash;
import java.util.SortedMap;

/**
 * What was rendered; the texts are in the pipeline store.
 *
 * @param variants hash by variant, the baseline among them
 * @param source hash of the configuration of the source collector
 */
public record RenderedVariants(SortedMap<String, ConfigHash> variants, ConfigHash source) {}
