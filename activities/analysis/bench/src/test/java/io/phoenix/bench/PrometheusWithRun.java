package io.phoenix.bench;

import io.phoenix.tools.ToolName;
import io.phoenix.tools.Tools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A real Prometheus that holds a {@link MadeRun} and nothing else, written to it by remote write: host 0 has the values and
 * the others nothing but zeros, so that sums have the same digits.
 */
final class PrometheusWithRun implements AutoCloseable {
    static final int HOSTS = 20;

    private static final int POINTS_AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final URI url;
    private final MadeRun run;
    private final HttpClient http = HttpClient.newHttpClient();

    private PrometheusWithRun(Process process, URI url, MadeRun run) {
        this.process = process;
        this.url = url;
        this.run = run;
    }

    /** The run ends now, since Prometheus takes no samples of the future. */
    static PrometheusWithRun start(Path directory, Path source, int points) throws IOException, InterruptedException {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        MadeRun run = MadeRun.of(end.minus(MadeRun.STEP.multipliedBy(points)), points);
        Path program = Tools.ofThisMachine(source, (tool, message) -> System.err.println(tool + ": " + message))
                .resolve(ToolName.PROMETHEUS)
                .path();
        Path config = Files.writeString(directory.resolve("prometheus.yml"), "global: {scrape_interval: 1m}\n");
        int port = freePort();
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + directory.resolve("samples"),
                        // Nothing is compacted in the background while arms are compared.
                        "--storage.tsdb.min-block-duration=48h",
                        "--storage.tsdb.max-block-duration=48h",
                        "--web.enable-remote-write-receiver",
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=warn")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
        PrometheusWithRun started = new PrometheusWithRun(process, URI.create("http://127.0.0.1:" + port), run);
        try {
            started.awaitReady();
            started.fill();
            return started;
        } catch (IOException | InterruptedException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    URI url() {
        return url;
    }

    MadeRun run() {
        return run;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new IllegalStateException("Prometheus does not become ready");
            }
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private boolean ready() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/-/ready"))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // It does not listen yet.
            return false;
        }
    }

    private void fill() throws IOException, InterruptedException {
        for (int from = 0; from < run.points(); from += POINTS_AT_ONCE) {
            byte[] message = RemoteWrite.message(run, from, Math.min(run.points(), from + POINTS_AT_ONCE));
            HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/v1/write"))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/x-protobuf")
                    .header("Content-Encoding", "snappy")
                    .header("X-Prometheus-Remote-Write-Version", "0.1.0")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "Prometheus refused samples: " + answer.statusCode() + " " + answer.body());
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Version 1 of the protocol: a protobuf message in a frame of Snappy, here without compression. */
    private static final class RemoteWrite {
        private static final int LONGEST_LITERAL = 1 << 16;

        private RemoteWrite() {}

        static byte[] message(MadeRun run, int from, int to) {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            for (MadeRun.Series series : run.series()) {
                for (int host = 0; host < HOSTS; host++) {
                    ByteArrayOutputStream one = new ByteArrayOutputStream();
                    label(one, "__name__", "phoenix_made");
                    label(one, "host", Integer.toString(host));
                    label(one, "metric", series.metric().metricName());
                    label(one, "phoenix_variant", series.variant());
                    for (int t = from; t < to; t++) {
                        sample(
                                one,
                                host == 0 ? series.values()[t] : 0,
                                run.time(t).toEpochMilli());
                    }
                    field(message, 1, one);
                }
            }
            return frame(message.toByteArray());
        }

        private static void label(ByteArrayOutputStream series, String name, String value) {
            ByteArrayOutputStream label = new ByteArrayOutputStream();
            field(label, 1, bytes(name));
            field(label, 2, bytes(value));
            field(series, 1, label);
        }

        private static void sample(ByteArrayOutputStream series, double value, long millis) {
            ByteArrayOutputStream sample = new ByteArrayOutputStream();
            sample.write(1 << 3 | 1);
            long bits = Double.doubleToRawLongBits(value);
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                sample.write((int) (bits >>> shift));
            }
            sample.write(2 << 3);
            varint(sample, millis);
            field(series, 2, sample);
        }

        private static ByteArrayOutputStream bytes(String text) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            return bytes;
        }

        private static void field(ByteArrayOutputStream out, int number, ByteArrayOutputStream content) {
            out.write(number << 3 | 2);
            varint(out, content.size());
            out.writeBytes(content.toByteArray());
        }

        private static void varint(ByteArrayOutputStream out, long value) {
            long left = value;
            while (left >>> 7 != 0) {
                out.write((int) (left & 0x7f | 0x80));
                left >>>= 7;
            }
            out.write((int) left);
        }

        private static byte[] frame(byte[] message) {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            varint(frame, message.length);
            for (int from = 0; from < message.length; from += LONGEST_LITERAL) {
                int length = Math.min(LONGEST_LITERAL, message.length - from);
                frame.write(61 << 2);
                frame.write(length - 1);
                frame.write(length - 1 >>> 8);
                frame.write(message, from, length);
            }
            return frame.toByteArray();
        }
    }
}
