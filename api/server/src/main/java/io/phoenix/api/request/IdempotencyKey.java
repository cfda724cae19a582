package io.phoenix.api.request;

import io.phoenix.api.problem.RequestException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a caller names one request by, so that repeating it does nothing more. */
public record IdempotencyKey(String value) {
    public static final String HEADER = "Idempotency-Key";
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern FORMAT = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** @throws RequestException when there is none */
    public static IdempotencyKey required(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw RequestException.badRequest(
                    "idempotency_key_required",
                    "the header Idempotency-Key is missing: choose a random text and repeat it with the request");
        }
        if (!FORMAT.matcher(header).matches()) {
            throw RequestException.badRequest(
                    "invalid_request", "the header Idempotency-Key has 1 to 255 visible ASCII characters");
        }
        return new IdempotencyKey(header);
    }

    /** The same id for the same key in the same scope. */
    public UUID idWithin(String scope) {
        return UUID.nameUUIDFromBytes((scope + "\n" + value).getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of a body, hexadecimal. */
    public static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
