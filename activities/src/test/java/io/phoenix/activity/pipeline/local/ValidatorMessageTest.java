package io.phoenix.activity.pipeline.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValidatorMessageTest {

    @Test
    void keepsTheSentenceOfTheCollector() {
        assertThat(ValidatorMessage.clean("""
                        Error: failed to get config: cannot unmarshal the configuration: decoding failed due to the following error(s):

                        'receivers' unknown type: "nop" for id: "nop" (valid values: [otlp host_metrics])
                        """))
                .isEqualTo("'receivers' unknown type: \"nop\" for id: \"nop\" (valid values: [otlp host_metrics])");
    }

    @Test
    void passesOverLogLines() {
        assertThat(ValidatorMessage.clean("2026/11/21 04:00:00 warn: x\nError: processors::filter: no\n"))
                .isEqualTo("processors::filter: no");
    }

    @Test
    void saysSoWhenThereIsNoMessage() {
        assertThat(ValidatorMessage.clean("")).contains("without a message");
    }
}
