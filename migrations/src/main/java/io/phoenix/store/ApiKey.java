package io.phoenix.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key in parts: the id is public, of the whole only the hash is kept.
 *
 * <p>One round of SHA-256 is enough because the secret is random and long, not chosen by a person.
 */
record ApiKey(String id, byte[] hash) {
    private static final Pattern FORMAT = Pattern.compile("phx_([A-Za-z0-9-]{1,64})_([A-Za-z0-9_-]{20,256})");

    static Optional<ApiKey> parse(String key) {
        Matcher matcher = FORMAT.matcher(key);
        return matcher.matches() ? Optional.of(new ApiKey(matcher.group(1), sha256(key))) : Optional.empty();
    }

    /** Takes the same time for every hash of the same length. */
    boolean hashes(byte[] stored) {
        return MessageDigest.isEqual(hash, stored);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
