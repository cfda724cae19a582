package io.phoenix.workflow.experiment;

import io.phoenix.domain.cost.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the winner, or the best candidate, saves a month by the first book of the spec, net of the collectors' own price.
 *
 * @param monthlySaving null when there is no price
 * @param low at the end of the range that is worse for the candidate; null without a range
 * @param sentence for people, with the range
 */
public record CostSummary(
        @Nullable Money monthlySaving,
        @Nullable Money low,
        @Nullable Money high,
        String sentence) {}
