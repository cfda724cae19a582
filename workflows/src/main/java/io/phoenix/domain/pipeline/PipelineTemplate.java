package io.phoenix.domain.pipeline;

import io.phoenix.domain.shape.Shape;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A kind of pipeline that a spec may name; what a version renders never changes.
 *
 * @param name with version, for example {@code process-baseline-v1}
 * @param description what is kept and what is dropped, for people
 * @param parameters name, type, default and meaning of each parameter
 * @param declaredReduction share of the active series that the template removes; null: depends on the input alone
 * @param evidence how the reduction was found
 */
public record PipelineTemplate(
        String name,
        String description,
        Shape.Composite parameters,
        @Nullable ReductionRange declaredReduction,
        String evidence) {
    public PipelineTemplate {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(evidence, "evidence");
    }

    /** Shares of the baseline's active series, both in [0, 1]. */
    public record ReductionRange(double low, double high) {
        public ReductionRange {
            if (!(0 <= low && low <= high && high <= 1)) {
                throw new IllegalArgumentException(
                        "range is " + low + ".." + high + ", expected 0 <= low <= high <= 1");
            }
        }
    }
}
