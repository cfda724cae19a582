package io.phoenix.simulator.otlp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An OTLP/gRPC receiver, written {@code host:port} or {@code [ipv6]:port}. */
public record Endpoint(String host, int port) {
    private static final Pattern FORM = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\[\\]:/\\s]+):(\\d{1,5})");
    private static final int LARGEST_PORT = 65_535;

    public static Endpoint parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("endpoint must be host:port without a scheme, was '" + text + "'");
        }
        int port = Integer.parseInt(matcher.group(2));
        if (port < 1 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("endpoint port must be between 1 and 65535, was " + port);
        }
        return new Endpoint(matcher.group(1), port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
