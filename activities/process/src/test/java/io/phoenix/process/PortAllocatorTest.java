package io.phoenix.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortAllocatorTest {
    @TempDir
    Path state;

    @Test
    void givesTheSamePortForTheSameName() {
        int port = allocator().reserve(directory("a"), "otlp");

        assertThat(allocator().reserve(directory("a"), "otlp")).isEqualTo(port);
        assertThat(allocator().find(directory("a"), "otlp")).contains(port);
    }

    @Test
    void neverGivesOnePortTwiceToTwoRacers() throws Exception {
        Callable<List<Integer>> racer = () -> {
            List<Integer> ports = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                ports.add(allocator().reserve(directory(Thread.currentThread().threadId() + "-" + i), "otlp"));
            }
            return ports;
        };

        List<Integer> all = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            for (Future<List<Integer>> result : executor.invokeAll(List.of(racer, racer))) {
                all.addAll(result.get());
            }
        }

        assertThat(all).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void forgetsTheReleased() {
        allocator().reserve(directory("a"), "otlp");

        allocator().release(directory("a"));

        assertThat(allocator().reserved(directory("a"))).isEmpty();
    }

    @Test
    void replacesAllPortsOfADirectoryAtOnce() {
        allocator().reserve(directory("a"), "otlp");

        allocator().replace(directory("a"), Map.of("api", 7080, "ui", 7081));

        assertThat(allocator().reserved(directory("a"))).isEqualTo(Map.of("api", 7080, "ui", 7081));
    }

    @Test
    void leavesEverythingAsItWasWhenOneOfThePortsIsAnothers() {
        int others = allocator().reserve(directory("b"), "otlp");
        allocator().replace(directory("a"), Map.of("api", 7080));

        assertThatThrownBy(() -> allocator().replace(directory("a"), Map.of("ui", others)))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PORT_TAKEN));

        assertThat(allocator().reserved(directory("a"))).isEqualTo(Map.of("api", 7080));
    }

    @Test
    void namesTheHolderOfATakenPort() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortAllocator.taken(listening.getLocalPort(), "ui"))
                    .hasMessageContaining("port " + listening.getLocalPort() + " for ui is taken")
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    private PortAllocator allocator() {
        return new PortAllocator(state.resolve("ports.json"));
    }

    private RunDirectory directory(String name) {
        return new RunDirectory(state.resolve(name));
    }
}
