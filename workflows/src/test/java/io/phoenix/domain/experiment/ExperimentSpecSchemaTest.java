package io.phoenix.domain.experiment;

import static io.phoenix.domain.experiment.SpecFile.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.phoenix.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentSpecSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final JsonSchema SCHEMA = FACTORY.getSchema(json(ExperimentSpecSchema.tree()));

    @Test
    void isItselfValid() {
        JsonSchema metaSchema = FACTORY.getSchema(java.net.URI.create("https://json-schema.org/draft/2020-12/schema"));

        assertThat(metaSchema.validate(json(ExperimentSpecSchema.tree()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo.yaml", "host.yaml", "looks.yaml"})
    void acceptsTheExamples(String name) {
        assertThat(validate(SpecFile.example(name))).isEmpty();
    }

    @Test
    void acceptsWhatTheWriterWrites() {
        JsonNode written = json(ExperimentSpecWriter.tree(SpecFile.spec(SpecFile.MINIMAL)));

        assertThat(SCHEMA.validate(written)).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void carriesAnExampleThatTheReaderAccepts() {
        List<Map<String, Object>> examples =
                (List<Map<String, Object>>) ExperimentSpecSchema.tree().get("examples");

        assertThat(examples).isNotEmpty().allSatisfy(example -> {
            assertThat(SCHEMA.validate(json(example))).isEmpty();
            assertThat(SpecFile.READER.read(example).orThrow(ErrorCode.INVALID_SPEC))
                    .isNotNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour: red",
                "timing: {duration: 10}",
                "timing: {duration: 1m1h}",
                "decision: {promotion: perhaps}",
                "labels: {a: 1}",
                "pricing: {books: grafana-cloud}",
            })
    void refusesWhatTheReaderRefuses(String addition) {
        String yaml = SpecFile.MINIMAL + addition + "\n";

        assertThat(validate(yaml)).isNotEmpty();
        assertThat(SpecFile.violations(yaml)).isNotEmpty();
    }

    @Test
    void describesEveryField() {
        assertDescribed(json(ExperimentSpecSchema.tree()));
    }

    private static void assertDescribed(JsonNode schema) {
        schema.path("properties")
                .forEach(property -> assertThat(property.path("description").asText())
                        .as(property.toString())
                        .isNotBlank());
        schema.forEach(ExperimentSpecSchemaTest::assertDescribed);
    }

    private static Set<ValidationMessage> validate(String yaml) {
        return SCHEMA.validate(json(tree(yaml)));
    }

    private static JsonNode json(Map<String, Object> tree) {
        return MAPPER.valueToTree(tree);
    }
}
