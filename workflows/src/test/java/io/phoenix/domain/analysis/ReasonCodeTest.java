package io.phoenix.domain.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonCodeTest {
    @Test
    void everyCodeSaysWhatItMeansInOneSentence() {
        assertThat(ReasonCode.values())
                .allSatisfy(code -> assertThat(code.sentence()).matches("[A-Z0-9].*\\."));
        assertThat(ReasonCode.values()).extracting(ReasonCode::sentence).doesNotHaveDuplicates();
    }
}
