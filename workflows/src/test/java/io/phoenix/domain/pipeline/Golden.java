package io.phoenix.domain.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Configurations that the real collector validated and ran. */
final class Golden {
    private Golden() {}

    static String text(String name) {
        try (InputStream stream = Objects.requireNonNull(Golden.class.getResourceAsStream(name + ".yaml"), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
