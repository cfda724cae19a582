package io.phoenix.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.PortAllocator;
import io.phoenix.process.RunDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortsTest {
    @TempDir
    private Path directory;

    private PortAllocator allocator;
    private RunDirectory owner;

    @BeforeEach
    void emptyLedger() {
        allocator = new PortAllocator(directory.resolve("ports.json"));
        owner = new RunDirectory(directory.resolve("ports"));
    }

    @Test
    void movesFromABusyUsualPortToALaterOne() throws IOException {
        try (ServerSocket busy = hold(PortName.PROMETHEUS.usual())) {
            Ports ports = reserve(Map.of());

            assertThat(busy.isBound()).isTrue();
            assertThat(ports.of(PortName.PROMETHEUS)).isGreaterThan(PortName.PROMETHEUS.usual());
        }
    }

    @Test
    void keepsItsAddressesOverARestart() {
        Ports first = reserve(Map.of());

        assertThat(reserve(Map.of())).isEqualTo(first);
    }

    @Test
    void givesEveryPartAPortOfItsOwn() {
        assertThat(reserve(Map.of()).byName().values()).doesNotHaveDuplicates().hasSize(PortName.values().length);
    }

    @Test
    void refusesAGivenBusyPortAndNamesItsHolder() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> reserve(Map.of(PortName.API, busy.getLocalPort())))
                    .isInstanceOfSatisfying(
                            FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PORT_TAKEN))
                    .hasMessageContaining("port " + busy.getLocalPort() + " for api is taken");
        }
    }

    private Ports reserve(Map<PortName, Integer> given) {
        return Ports.reserve(allocator, owner, given, name -> false);
    }

    /** Whoever holds it, it is busy. */
    private static ServerSocket hold(int port) throws IOException {
        return PortAllocator.isFree(port)
                ? new ServerSocket(port, 1, InetAddress.getLoopbackAddress())
                : new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
