package io.phoenix.simulator.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:4317", "collector.example:1", "[::1]:65535"})
    void readsHostAndPort(String text) {
        assertThat(Endpoint.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:4317", "localhost", ":4317", "::1:4317", "host:port", ""})
    void rejectsOtherForms(String text) {
        assertThatThrownBy(() -> Endpoint.parse(text))
                .hasMessage("endpoint must be host:port without a scheme, was '" + text + "'");
    }

    @Test
    void rejectsAPortOutOfRange() {
        assertThatThrownBy(() -> Endpoint.parse("localhost:70000"))
                .hasMessage("endpoint port must be between 1 and 65535, was 70000");
    }
}
