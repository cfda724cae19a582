package io.phoenix.client;

import java.net.URI;

/** Nobody answered at the server's address, or not in time. */
public final class ConnectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final URI server;

    public ConnectionException(URI server, String message, Throwable cause) {
        super(message, cause);
        this.server = server;
    }

    public URI server() {
        return server;
    }
}
