package io.phoenix.domain.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PointerTest {
    /** RFC 6901, section 5: the keys {@code a/b} and {@code m~n}. */
    @Test
    void escapesAsTheStandardSays() {
        assertThat(Pointer.ROOT.child("a/b").text()).isEqualTo("/a~1b");
        assertThat(Pointer.ROOT.child("m~n").text()).isEqualTo("/m~0n");
        assertThat(Pointer.ROOT.child("foo").child(0).text()).isEqualTo("/foo/0");
    }
}
