package io.phoenix.activity.measurement;

import io.phoenix.domain.measurement.MeasuredWindow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over the names and the bits of a window's values, hexadecimal. */
final class WindowDigest {
    private WindowDigest() {}

    static String of(List<MeasuredWindow> measured) {
        MessageDigest digest = sha256();
        for (MeasuredWindow window : measured) {
            digest.update((window.variant() + "/" + window.metric().metricName()).getBytes(StandardCharsets.UTF_8));
            for (double value : window.values()) {
                digest.update(ByteBuffer.allocate(Long.BYTES)
                        .putLong(Double.doubleToLongBits(value))
                        .array());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
