package io.phoenix.domain.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.error.InvalidInputException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatableTextTest {
    @Test
    void givesEveryKnownReferenceAValueAndEveryPortItsOwn() {
        String text = of("a: 127.0.0.1:${env:PHOENIX_OTLP_PORT}\nb: ${env:PHOENIX_LEG_A_1_PORT}\n"
                + "c: ${env:PHOENIX_OTLP_PORT}\nd: ${env:PHOENIX_INSTANCE:-phoenix}\ne: ${env:PHOENIX_HOST_NAME}\n");

        assertThat(text).isEqualTo("a: 127.0.0.1:40001\nb: 40002\nc: 40001\nd: phoenix\ne: phoenix\n");
    }

    @Test
    void leavesEscapedDollarsAlone() {
        assertThat(of("a: $${env:HOME} ^x$$ $$$${file:/x}")).isEqualTo("a: $${env:HOME} ^x$$ $$$${file:/x}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${env:HOME}",
                "${file:/etc/passwd}",
                "${http://169.254.169.254/}",
                "${HOME}",
                "$$${env:HOME}",
                "${env:PHOENIX_${env:HOME}_PORT}",
                "${env:PHOENIX_INSTANCE:-${file:/x}}",
                "${unfinished",
                "${env:PHOENIX_DATABASE_OWNER_PASSWORD}",
            })
    void refusesEveryOtherReference(String reference) {
        assertThatThrownBy(() -> of("a: " + reference + "\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("outside the configuration");
    }

    @Test
    void refusesATextThatDoesNotFitIntoOneArgument() {
        assertThat(of("a: " + "x".repeat(99_997))).hasSize(100_000);
        assertThatThrownBy(() -> of("a: " + "x".repeat(99_998)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("100001 bytes");
    }

    private static String of(String yaml) {
        return ValidatableText.of(new RenderedPipeline(new PipelineRef("any", Map.of()), ConfigHash.of(yaml), yaml));
    }
}
