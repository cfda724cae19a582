package io.phoenix.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortHolderTest {
    private static final long SELF = ProcessHandle.current().pid();

    @Test
    void knowsWhoListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();

            assertThat(PortHolder.of(port)).map(PortHolder::pid).contains(SELF);
            assertThat(PortHolder.isHeldBy(SELF, port)).isTrue();
            assertThat(PortHolder.isHeldBy(1, port)).isFalse();
        }
    }

    @Test
    void nobodyHoldsAPortOnWhichNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThat(PortHolder.of(port)).isEmpty();
        assertThat(PortHolder.isHeldBy(SELF, port)).isFalse();
    }
}
