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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortReservationTest {
    @TempDir
    private Path directory;

    private PortAllocator allocator;
    private RunDirectory owner;
    private PortClaims claims;

    @BeforeEach
    void emptyLedger() {
        allocator = new PortAllocator(directory.resolve("ports.json"));
        owner = new RunDirectory(directory.resolve("ports"));
        claims = new PortClaims(directory.resolve("claims"));
    }

    @AfterEach
    void giveClaimsBack() {
        claims.close();
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

    @Test
    void movesFromAPortThatAnotherInstallationIsAboutToTake() {
        Ports first = reserve(Map.of());
        try (PortClaims others = new PortClaims(directory.resolve("claims"))) {
            PortReservation second = new PortReservation(
                    new PortAllocator(directory.resolve("second.json")),
                    new RunDirectory(directory.resolve("second")),
                    others,
                    name -> false);

            assertThat(second.reserve(Map.of()).byName().values())
                    .doesNotContainAnyElementsOf(first.byName().values());
        }
    }

    @Test
    void remembersNothingOfAReservationThatFails() throws IOException {
        Ports before = reserve(Map.of());
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int given = free.getLocalPort();
            free.close();

            assertThatThrownBy(() -> reserve(Map.of(PortName.API, given, PortName.PROMETHEUS, busy.getLocalPort())))
                    .isInstanceOf(FinalException.class);
        }

        assertThat(reserve(Map.of())).isEqualTo(before);
    }

    @Test
    void refusesAGivenPortThatWasItsOwnAndIsAnothersNow() throws IOException {
        try (ServerSocket later = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            allocator.replace(owner, Map.of("api", later.getLocalPort()));

            assertThatThrownBy(() -> reserve(Map.of(PortName.API, later.getLocalPort())))
                    .isInstanceOfSatisfying(
                            FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PORT_TAKEN));
            assertThat(reserve(Map.of()).of(PortName.API)).isNotEqualTo(later.getLocalPort());
        }
    }

    @Test
    void keepsThePortThatItsOwnPartListensOn() throws IOException {
        try (ServerSocket part = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            allocator.replace(owner, Map.of("api", part.getLocalPort()));

            Ports ports = new PortReservation(allocator, owner, claims, name -> name == PortName.API).reserve(Map.of());

            assertThat(ports.of(PortName.API)).isEqualTo(part.getLocalPort());
        }
    }

    @Test
    void refusesOnePortForTwoParts() {
        assertThatThrownBy(() -> reserve(Map.of(PortName.API, 7999, PortName.PROMETHEUS, 7999)))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    private Ports reserve(Map<PortName, Integer> given) {
        return new PortReservation(allocator, owner, claims, name -> false).reserve(given);
    }

    /** Whoever holds it, it is busy. */
    private static ServerSocket hold(int port) throws IOException {
        return PortAllocator.isFree(port)
                ? new ServerSocket(port, 1, InetAddress.getLoopbackAddress())
                : new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
