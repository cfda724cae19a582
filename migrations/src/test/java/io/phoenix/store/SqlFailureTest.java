package io.phoenix.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.PhoenixException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailureTest {
    @ParameterizedTest
    @CsvSource({
        "08006, UPSTREAM_UNAVAILABLE",
        "53300, UPSTREAM_UNAVAILABLE",
        "57014, UPSTREAM_UNAVAILABLE",
        "57P01, UPSTREAM_UNAVAILABLE",
        "40001, UPSTREAM_UNAVAILABLE",
        "40P01, UPSTREAM_UNAVAILABLE",
        "55P03, UPSTREAM_UNAVAILABLE",
        "23505, CONFLICT",
        "23503, CONFLICT",
        "23514, INVALID_REQUEST",
        "22021, INVALID_REQUEST",
        "42501, DENIED",
        "42601, INTERNAL",
        "42P01, INTERNAL"
    })
    void theSqlStateDecides(String state, ErrorCode code) {
        PhoenixException failure = SqlFailure.translate("reading target demo", new SQLException("no\nway", state));

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure).hasMessage("database: reading target demo: no");
    }

    @Test
    void anExhaustedPoolTellsWhyNoConnectionCame() {
        SQLException refused = new SQLException("connection refused", "08001");
        SQLException pool = new SQLTransientConnectionException("phoenix_app - not available after 2000ms", refused);

        PhoenixException failure = SqlFailure.translate("listing targets", new IllegalStateException(pool));

        assertThat(failure.code()).isEqualTo(ErrorCode.UPSTREAM_UNAVAILABLE);
        assertThat(failure).hasMessage("database: listing targets: connection refused");
    }
}
