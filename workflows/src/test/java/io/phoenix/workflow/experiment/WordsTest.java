package io.phoenix.workflow.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "\"", "\\", "é", "漢", "😀", "\n", "\u0007"})
    void aLineFitsIntoASummaryWhateverItIsMadeOf(String piece) throws Exception {
        String line = Words.line("x" + piece.repeat(500));

        assertThat(new ObjectMapper().writeValueAsBytes(line)).hasSizeBetween(175, 200);
        assertThat(line).endsWith("…");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(line)).isTrue();
    }

    @Test
    void aShortLineStaysAsItIs() {
        assertThat(Words.line("measure window 1 of 10")).isEqualTo("measure window 1 of 10");
        assertThat(Words.line("a".repeat(190))).hasSize(190);
    }

    @Test
    void replacesWhatNoDatabaseTakes() {
        assertThat(Words.printable("a\u0000b\ud800c\n\td😀")).isEqualTo("a\ufffdb\ufffdc\n\td😀");
    }
}
