package io.phoenix.workflow.experiment;

import io.phoenix.error.ErrorCode;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Why a step gave up: a stable code and one sentence. */
record RunFailure(String code, String message) {

    static RunFailure of(ActivityFailure failure) {
        if (applicationFailure(failure) instanceof ApplicationFailure cause) {
            return new RunFailure(codeOf(cause), cause.getOriginalMessage());
        }
        return new RunFailure(
                timeoutCode(failure.getActivityType()).code(), failure.getActivityType() + " did not end in time");
    }

    /** Whether the step gave up because the run was told to end. */
    static boolean cancelled(ActivityFailure failure) {
        return failure.getCause() instanceof CanceledFailure;
    }

    boolean is(ErrorCode other) {
        return code.equals(other.code());
    }

    private static @Nullable ApplicationFailure applicationFailure(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause instanceof TemporalFailure; cause = cause.getCause()) {
            if (cause instanceof ApplicationFailure found) {
                return found;
            }
        }
        return null;
    }

    private static String codeOf(ApplicationFailure failure) {
        return Arrays.stream(ErrorCode.values())
                .map(ErrorCode::code)
                .filter(failure.getType()::equals)
                .findFirst()
                .orElse(ErrorCode.INTERNAL.code());
    }

    private static ErrorCode timeoutCode(String activity) {
        return switch (activity) {
            case "AwaitReady" -> ErrorCode.NOT_READY;
            case "AwaitInput" -> ErrorCode.NO_INPUT;
            default -> ErrorCode.UPSTREAM_UNAVAILABLE;
        };
    }
}
