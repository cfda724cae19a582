package io.phoenix.store;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.PhoenixException;
import io.phoenix.error.TransientException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a failure of the database means to the caller, by SQLSTATE. */
public final class SqlFailure {
    private SqlFailure() {}

    /** The failure with its code; the message names the request. */
    public static PhoenixException translate(String request, Exception failure) {
        SQLException cause = sqlCause(failure);
        if (cause == null) {
            return new TransientException(
                    ErrorCode.UPSTREAM_UNAVAILABLE, "database: " + request + ": " + failure.getMessage(), failure);
        }
        String message = "database: " + request + ": " + firstLine(cause);
        if (passes(cause)) {
            return new TransientException(ErrorCode.UPSTREAM_UNAVAILABLE, message, failure);
        }
        return new FinalException(finalCode(state(cause)), message, failure);
    }

    private static boolean passes(SQLException failure) {
        String state = state(failure);
        return failure instanceof SQLTransientException
                || state.isEmpty()
                || state.startsWith("08") // connection
                || state.startsWith("53") // too many connections, out of disk or memory
                || state.startsWith("57") // cancelled by the statement timeout, shut down or starting
                || state.equals("40001") // serialization
                || state.equals("40P01") // deadlock
                || state.equals("55P03"); // lock timeout
    }

    private static ErrorCode finalCode(String state) {
        return switch (state) {
            case "23505", "23503", "23001", "23P01" -> ErrorCode.CONFLICT;
            case "42501" -> ErrorCode.DENIED;
            default ->
                state.startsWith("22") || state.startsWith("23") ? ErrorCode.INVALID_REQUEST : ErrorCode.INTERNAL;
        };
    }

    private static @Nullable SQLException sqlCause(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state.toUpperCase(Locale.ROOT);
    }

    /** The pool's own message hides why no connection came. */
    private static String firstLine(SQLException failure) {
        Throwable told =
                failure instanceof SQLTransientException && failure.getCause() != null ? failure.getCause() : failure;
        String message = told.getMessage();
        return message == null
                ? told.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
