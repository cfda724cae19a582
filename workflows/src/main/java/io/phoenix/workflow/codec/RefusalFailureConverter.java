package io.phoenix.workflow.codec;

import io.phoenix.workflow.experiment.RefusedCommandException;
import io.temporal.api.failure.v1.Failure;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.FailureConverter;
import io.temporal.failure.DefaultFailureConverter;

/** Keeps the stable code of a refused Update as the type of its failure. */
final class RefusalFailureConverter implements FailureConverter {
    private final FailureConverter standard = new DefaultFailureConverter();

    @Override
    public RuntimeException failureToException(Failure failure, DataConverter converter) {
        return standard.failureToException(failure, converter);
    }

    @Override
    public Failure exceptionToFailure(Throwable exception, DataConverter converter) {
        return standard.exceptionToFailure(
                exception instanceof RefusedCommandException refused ? refused.failure() : exception, converter);
    }
}
