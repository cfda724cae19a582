package io.phoenix.activity.analysis;

import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Window;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** SHA-256 over the plan, the grid and every series in a canonical order, so that equal inputs are known to be equal. */
final class InputDigest {
    private InputDigest() {}

    static String of(SeriesTable table, Map<String, Object> plan) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            text(digest, plan.toString());
            for (Window window : table.grid().windows()) {
                text(digest, window.toString());
            }
            for (Metric metric : Metric.values()) {
                for (String variant : table.variants()) {
                    table.find(metric, variant).ifPresent(series -> {
                        text(digest, metric.metricName() + "/" + variant + "/" + series.infinite());
                        digest.update(bytes(series.values()));
                    });
                    Map<String, Double> hosts = table.hosts(metric, variant);
                    if (!hosts.isEmpty()) {
                        text(digest, metric.metricName() + "/" + variant + "/hosts " + hosts);
                    }
                }
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }

    private static void text(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static byte[] bytes(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES);
        buffer.asDoubleBuffer().put(values);
        return buffer.array();
    }
}
