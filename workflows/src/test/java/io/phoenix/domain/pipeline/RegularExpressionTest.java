package io.phoenix.domain.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegularExpressionTest {
    /** Go's regexp.QuoteMeta of the same text, from the example in its documentation. */
    @Test
    void quotesAsGoDoes() {
        assertThat(RegularExpression.quote("Escaping symbols like: .+*?()|[]{}^$"))
                .isEqualTo("Escaping symbols like: \\.\\+\\*\\?\\(\\)\\|\\[\\]\\{\\}\\^\\$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"g++", "a\"b\\c", "${env:HOME}", "[kworker]", "\\E.*\\Q", "名前", "a|b"})
    void matchesTheTextAndNothingElse(String name) {
        Pattern pattern = Pattern.compile(RegularExpression.anyOf(List.of("other", name)));

        assertThat(pattern.matcher(name).find()).isTrue();
        assertThat(pattern.matcher(name + "x").find()).isFalse();
        assertThat(pattern.matcher("x" + name).find()).isFalse();
    }

    @Test
    void findsTheLastElementOfAPath() {
        Pattern pattern = Pattern.compile(RegularExpression.anyLastElement(List.of("nginx")));

        assertThat(pattern.matcher("/usr/sbin/nginx").find()).isTrue();
        assertThat(pattern.matcher("nginx").find()).isTrue();
        assertThat(pattern.matcher("/usr/sbin/xnginx").find()).isFalse();
        assertThat(pattern.matcher("/opt/nginx/worker").find()).isFalse();
        assertThat(pattern.matcher("").find()).isFalse();
    }
}
