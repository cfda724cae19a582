package io.phoenix.store.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One version of the schema with its two scripts. */
record Migration(int version, String name) {
    static final String LOCATION = "db/migration";

    /** As Flyway writes it in its history. */
    String description() {
        return name.replace('_', ' ');
    }

    /** The script that takes this version back. */
    String downScript() {
        String path = "/" + LOCATION + "/U" + version + "__" + name + ".sql";
        try (InputStream script = Migration.class.getResourceAsStream(path)) {
            if (script == null) {
                throw new IllegalStateException("version " + version + " has no " + path);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
