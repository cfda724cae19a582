package io.phoenix.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over what a report says beside what is computed from its series: what was decided, names, times, prices and queries.
 * It tells that something was changed since, not who wrote it. Spaces, the order of fields, fields without a value and the way a
 * number is written change nothing.
 */
public final class ReportDigest {
    private static final List<String> FIELDS =
            List.of("verdict", "outcome", "outcomeReason", "cleanup", "experiment", "measuredFor", "costs", "queries");

    private ReportDigest() {}

    /** @param report tree of a {@link ReportResponse} */
    public static String of(Map<?, ?> report) {
        TreeMap<String, Object> told = new TreeMap<>();
        FIELDS.forEach(field -> {
            Object value = canonical(report.get(field));
            if (value != null) {
                told.put(field, value);
            }
        });
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(Json.write(told).getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }

    private static @Nullable Object canonical(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                TreeMap<String, Object> fields = new TreeMap<>();
                map.forEach((name, field) -> {
                    Object known = canonical(field);
                    if (known != null) {
                        fields.put(String.valueOf(name), known);
                    }
                });
                yield fields;
            }
            case List<?> list ->
                list.stream()
                        .map(entry -> Objects.requireNonNullElse(canonical(entry), "null"))
                        .toList();
            case Number number -> number.doubleValue();
            case null -> null;
            default -> value;
        };
    }
}
