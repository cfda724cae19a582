package io.phoenix.activity.pipeline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.activity.deployment.local.DevelopmentTools;
import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.pipeline.PipelineRenderer;
import io.phoenix.domain.pipeline.ValidatableText;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramPipelineValidatorIT {
    private final ProgramPipelineValidator validator = new ProgramPipelineValidator(DevelopmentTools.validator());

    @Test
    void acceptsARenderedPipeline() {
        assertThat(validator.refusal(rendered("process-baseline-v1"))).isEmpty();
    }

    @Test
    void refusesAnExpressionThatRe2DoesNotKnowInTheCollectorsOwnWords() {
        String lookahead = rendered("process-baseline-v1")
                .replace(
                        "set(datapoint.attributes[\"host_name\"], resource.attributes[\"host.name\"])",
                        "set(datapoint.attributes[\"host_name\"], \"x\") where IsMatch(metric.name, \"(?=a)b\")");

        assertThat(validator.refusal(lookahead))
                .hasValueSatisfying(message -> assertThat(message)
                        .startsWith("processors::transform/labels")
                        .endsWith("error parsing regexp: invalid or unsupported Perl syntax: `(?=`"));
    }

    @Test
    void refusesAReferenceToAFileWithoutReadingIt() {
        assertThat(validator.refusal("receivers: ${file:/etc/hostname}"))
                .hasValueSatisfying(message -> assertThat(message).contains("scheme \"file\" is not supported"));
    }

    @Test
    void refusesAnUnknownComponent() {
        assertThat(validator.refusal("receivers: {kafka: {}}"))
                .hasValueSatisfying(message ->
                        assertThat(message).startsWith("'receivers' unknown type: \"kafka\" for id: \"kafka\""));
    }

    @Test
    void namesAProgramThatIsNotThere() {
        assertThatThrownBy(() -> new ProgramPipelineValidator(Path.of("/nonexistent/phoenix-validate")).refusal("a: b"))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOOL_UNAVAILABLE))
                .hasMessageContaining("/nonexistent/phoenix-validate");
    }

    private static String rendered(String template) {
        return ValidatableText.of(new PipelineRenderer(PipelineCatalog.shipped())
                .render(new PipelineRef(template, Map.of()), Duration.ofSeconds(1)));
    }
}
