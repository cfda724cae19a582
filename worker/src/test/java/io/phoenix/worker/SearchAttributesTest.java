package io.phoenix.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.workflow.experiment.ExperimentAttributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SearchAttributesTest {
    @Test
    void theFileThatSetupReadsNamesWhatWorkflowsSet() throws IOException {
        var onFile = Files.readAllLines(Path.of("..", "temporal", "search-attributes")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        assertThat(onFile)
                .containsExactlyInAnyOrderElementsOf(ExperimentAttributes.ALL.stream()
                        .map(attribute -> attribute.getName() + "="
                                + type(attribute.getValueType().name()))
                        .toList());
    }

    /** INDEXED_VALUE_TYPE_KEYWORD or KEYWORD as Keyword. */
    private static String type(String constant) {
        String name = constant.replaceFirst("^INDEXED_VALUE_TYPE_", "");
        return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
