package io.phoenix.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
    @ParameterizedTest
    @CsvSource({"1.9,1.10", "1.26,1.26.1", "go1.25.7,go1.26", "2.42.0,3.0", "1.8.2-rc.1,1.8.3", "0.9,1.0"})
    void ordersByNumbersAndNotByLetters(String lower, String higher) {
        assertThat(Version.of(lower)).isLessThan(Version.of(higher));
        assertThat(Version.of(higher)).isGreaterThan(Version.of(lower));
    }

    @Test
    void takesAMissingNumberForZero() {
        assertThat(Version.of("3.0")).isEqualByComparingTo(Version.of("3.0.0")).isEqualTo(Version.of("3.0.0"));
        assertThat(Version.of("3.0")).hasSameHashCodeAs(Version.of("3.0.0"));
    }

    @Test
    void readsTheGoOfARunningSystem() {
        assertThat(Version.in("devel go1.27-0123456789abcdef Mon")).contains(Version.of("1.27"));
        assertThat(Version.in("go1.26rc2")).contains(Version.of("1.26"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "99999999999999999999", "v3"})
    void findsNoVersionInAnythingElse(String text) {
        assertThat(Version.in(text)).isEmpty();
        assertThatThrownBy(() -> Version.of(text)).hasMessageContaining("is no version");
    }
}
