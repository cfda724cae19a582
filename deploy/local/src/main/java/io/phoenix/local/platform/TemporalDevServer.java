package io.phoenix.local.platform;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.ProcessEnvironment;
import io.phoenix.process.ProcessSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The real Temporal dev server with its web UI, on a database file.
 *
 * @param program the Temporal command line
 * @param source where {@code temporal/search-attributes} says what must be registered
 */
record TemporalDevServer(String program, Path data, Path source, Ports ports) {
    private static final String RETENTION = "72h";
    private static final int CONNECT_MILLIS = 500;

    ProcessSpec process(String installation, String namespace, Path log) {
        List<String> command = new ArrayList<>(List.of(
                program,
                "server",
                "start-dev",
                "--ip",
                "127.0.0.1",
                "--ui-ip",
                "127.0.0.1",
                "--port",
                port(PortName.TEMPORAL),
                "--ui-port",
                port(PortName.TEMPORAL_UI),
                "--http-port",
                port(PortName.TEMPORAL_HTTP),
                "--metrics-port",
                port(PortName.TEMPORAL_METRICS),
                "--db-filename",
                data.resolve("temporal.db").toString(),
                "--sqlite-pragma",
                "journal_mode=WAL",
                "--sqlite-pragma",
                "synchronous=NORMAL",
                "--namespace",
                namespace,
                "--dynamic-config-value",
                "system.forceSearchAttributesCacheRefreshOnRead=true",
                "--log-format",
                "json",
                "--log-level",
                "warn",
                "--ui-disable-news-fetch"));
        for (String attribute : searchAttributes()) {
            command.add("--search-attribute");
            command.add(attribute);
        }
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot create " + data + ": " + e.getMessage(), e);
        }
        return new ProcessSpec(
                "temporal",
                installation,
                command,
                ProcessEnvironment.adding(Map.of("GOMEMLIMIT", "400MiB")),
                data,
                log);
    }

    /** Whether the namespace can be described. */
    boolean ready(String namespace) {
        // Asking costs a process of 100 MB: not before there is somebody to ask.
        return listens(ports.of(PortName.TEMPORAL))
                && run(List.of("operator", "namespace", "describe", "-n", namespace))
                                .code()
                        == 0;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Namespaces made at start keep their histories for a day only. */
    void setRetention(String namespace) {
        Result result = run(List.of("operator", "namespace", "update", "--retention", RETENTION, "-n", namespace));
        if (result.code() != 0) {
            throw new FinalException(
                    ErrorCode.INTERNAL,
                    "the retention of namespace " + namespace + " cannot be set: " + result.output());
        }
    }

    private List<String> searchAttributes() {
        Path file = source.resolve("temporal/search-attributes");
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new FinalException(ErrorCode.INTERNAL, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private Result run(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(program);
        command.addAll(arguments);
        command.addAll(List.of("--address", "127.0.0.1:" + port(PortName.TEMPORAL), "--command-timeout", "5s"));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new FinalException(ErrorCode.TOOL_UNAVAILABLE, "cannot run " + program + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FinalException(ErrorCode.INTERNAL, "interrupted while " + program + " was running", e);
        }
    }

    private String port(PortName name) {
        return Integer.toString(ports.of(name));
    }

    private record Result(int code, String output) {}
}
