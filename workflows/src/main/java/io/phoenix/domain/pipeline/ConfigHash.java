package io.phoenix.domain.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 of a collector configuration, written {@code sha256:} and 64 hexadecimal digits. */
public record ConfigHash(String value) {
    private static final Pattern FORMAT = Pattern.compile("sha256:[0-9a-f]{64}");

    public ConfigHash {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("config hash is '" + value + "', expected sha256: and 64 hex digits");
        }
    }

    /** The hash of a text in UTF-8. */
    public static ConfigHash of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new ConfigHash("sha256:" + HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
