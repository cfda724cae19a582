package io.phoenix.worker;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.PhoenixException;
import io.temporal.client.ActivityCompletionException;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a {@link PhoenixException} into the engine's failure: its type is the stable code, and a final code is not retried.
 * A refusal is benign: the engine logs no stack of it. Anything else is a bug or a passing fault of the machine; it is retried as {@code internal} within the activity's limits.
 */
final class ErrorTranslationInterceptor extends WorkerInterceptorBase {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorTranslationInterceptor.class);

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new Translation(next);
    }

    private static final class Translation extends ActivityInboundCallsInterceptorBase {
        Translation(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            try {
                return super.execute(input);
            } catch (PhoenixException e) {
                throw translate(e);
            } catch (TemporalFailure | ActivityCompletionException e) {
                throw e;
            } catch (RuntimeException e) {
                throw ApplicationFailure.newFailureWithCause(
                        String.valueOf(e.getMessage()), ErrorCode.INTERNAL.code(), e);
            }
        }

        private static ApplicationFailure translate(PhoenixException e) {
            String message = String.valueOf(e.getMessage());
            String type = e.code().code();
            if (ErrorCode.isRefusal(type)) {
                LOG.info("refused: {} ({})", message, type);
                return ApplicationFailure.newBuilder()
                        .setMessage(message)
                        .setType(type)
                        .setNonRetryable(!e.code().retryable())
                        .setCause(e)
                        .setCategory(ApplicationErrorCategory.BENIGN)
                        .build();
            }
            return e.code().retryable()
                    ? ApplicationFailure.newFailureWithCause(message, type, e)
                    : ApplicationFailure.newNonRetryableFailureWithCause(message, type, e);
        }
    }
}
