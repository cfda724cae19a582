package io.phoenix.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.PhoenixException;
import io.phoenix.error.TransientException;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityWorkerShutdownException;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.Header;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorTranslationInterceptorTest {
    @Test
    void aResultPassesUntouched() {
        ActivityInboundCallsInterceptor next = new Next(null);

        assertThat(run(next).getResult()).isEqualTo("done");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void theTypeIsTheCodeAndOnlyAFinalCodeIsNotRetried(ErrorCode code) {
        PhoenixException failure = code.retryable()
                ? new TransientException(code, "what happened")
                : new FinalException(code, "what happened");

        ApplicationFailure translated = failureOf(failure);

        assertThat(translated.getType()).isEqualTo(code.code());
        assertThat(translated.isNonRetryable()).isEqualTo(!code.retryable());
        assertThat(translated.getOriginalMessage()).isEqualTo("what happened");
        assertThat(translated.getCause()).isSameAs(failure);
    }

    @Test
    void anExpectedRefusalIsBenignAndAFaultIsNot() {
        assertThat(failureOf(new FinalException(ErrorCode.TARGET_BUSY, "held")).getCategory())
                .isEqualTo(ApplicationErrorCategory.BENIGN);
        assertThat(failureOf(new FinalException(ErrorCode.DEPLOYMENT_FAILED, "no"))
                        .getCategory())
                .isNotEqualTo(ApplicationErrorCategory.BENIGN);
    }

    @Test
    void bothKindsOfCodesExist() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::retryable).distinct())
                .hasSize(2);
    }

    @Test
    void aBugIsInternalAndRetriedWithinTheLimits() {
        NullPointerException bug = new NullPointerException("no name");

        ApplicationFailure translated = failureOf(bug);

        assertThat(translated.getType()).isEqualTo(ErrorCode.INTERNAL.code());
        assertThat(translated.isNonRetryable()).isFalse();
        assertThat(translated.getCause()).isSameAs(bug);
    }

    @Test
    void whatTheEngineThrowsPassesUntouched() {
        RuntimeException cancelled = new ActivityWorkerShutdownException();
        ApplicationFailure own = ApplicationFailure.newFailure("message", "type");

        assertThat(catchThrowable(() -> run(new Next(cancelled)))).isSameAs(cancelled);
        assertThat(catchThrowable(() -> run(new Next(own)))).isSameAs(own);
    }

    private static ApplicationFailure failureOf(RuntimeException thrown) {
        return (ApplicationFailure) catchThrowable(() -> run(new Next(thrown)));
    }

    private static ActivityInboundCallsInterceptor.ActivityOutput run(ActivityInboundCallsInterceptor next) {
        return new ErrorTranslationInterceptor()
                .interceptActivity(next)
                .execute(new ActivityInboundCallsInterceptor.ActivityInput(Header.empty(), new Object[0]));
    }

    private record Next(RuntimeException thrown) implements ActivityInboundCallsInterceptor {
        @Override
        public void init(ActivityExecutionContext context) {}

        @Override
        public ActivityOutput execute(ActivityInput input) {
            if (thrown != null) {
                throw thrown;
            }
            return new ActivityOutput("done");
        }
    }
}
