package io.phoenix.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.PlatformFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The platform on one machine. */
@EndToEnd
@Order(2)
final class PlatformIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static Platform platform;

    @BeforeAll
    static void start(Platform shared) {
        platform = shared;
    }

    @Test
    @Order(1)
    void runsEveryPartAndSaysWhere() {
        PlatformFile status = platform.status();

        assertThat(status.state()).isEqualTo("running");
        assertThat(status.parts())
                .extracting(PlatformFile.Part::name)
                .containsExactlyInAnyOrder(
                        "supervisor", "postgres", "temporal", "prometheus", "api", "worker", "collector/demo");
        assertThat(status.parts()).allSatisfy(part -> {
            assertThat(part.state()).isEqualTo("running");
            assertThat(ProcessHandle.of(part.pid())).isPresent();
            assertThat(part.version()).isNotEqualTo("unknown");
            assertThat(part.residentBytes()).isPositive();
            assertThat(part.restarts()).isZero();
        });
    }

    @Test
    @Order(2)
    void refusesAGivenPortThatIsBusyAndNamesItsHolder() throws IOException {
        Machine other = Machine.fresh();
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Answer answer = other.phoenix("up", "--prometheus-port", Integer.toString(holder.getLocalPort()));

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.err())
                    .contains("port " + holder.getLocalPort() + " for prometheus is taken")
                    .contains("process " + ProcessHandle.current().pid());
            assertThat(other.processes().alive()).isEmpty();
        }
        other.delete();
    }

    @Test
    @Order(2)
    void findsNothingWrongWithItself() {
        Answer doctor = platform.phoenix("doctor");

        assertThat(doctor.code()).as("%s", doctor).isZero();
        assertThat(doctor.out()).contains("runs, pid").doesNotContain("fail ");
        assertThat(platform.done("migrate", "status")).contains("applied").doesNotContain("pending");
        assertThat(platform.phoenix("migrate", "down", "--to", "99").code()).isEqualTo(2);
        assertThat(platform.done("tools")).contains("collector", "prometheus", "temporal", "validator");
    }

    @Test
    @Order(3)
    void changesNothingWhenItIsStartedTwice() {
        Map<String, Long> before = pids();

        platform.done("up", "--time-scale", Platform.TIME_SCALE);
        platform.done("up");
        Answer changed = platform.phoenix("up", "--time-scale", "0.9");

        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.err()).contains("--time-scale 0.3, not 0.9", "./phoenix down");
        assertThat(pids()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void startsAKilledPartAgainAndCountsIt() {
        long killed = platform.killPart("prometheus");

        PlatformFile.Part part = Eventually.within(
                PATIENCE,
                "prometheus runs again",
                () -> platform.part("prometheus"),
                seen -> seen.restarts() == 1 && seen.state().equals("running"));
        assertThat(part.pid()).isNotEqualTo(killed);
        assertThat(platform.status().part("prometheus").orElseThrow().restarts())
                .isEqualTo(1);
    }

    @Test
    @Order(5)
    void adoptsWhatRunsWhenItsSupervisorWasKilled() {
        Map<String, Long> before = pids();
        before.remove("supervisor");

        platform.killPart("supervisor");
        Answer orphaned = platform.phoenix("status");
        Answer up = platform.phoenix("up");

        assertThat(up.code()).as("%s", up).isZero();
        assertThat(up.err()).contains("multiplied by " + Platform.TIME_SCALE);
        assertThat(orphaned.code()).as("%s", orphaned).isEqualTo(1);
        Map<String, Long> after = pids();
        assertThat(after.remove("supervisor")).isNotNull();
        assertThat(after).isEqualTo(before);
        assertThat(platform.status().state()).isEqualTo("running");
    }

    private static Map<String, Long> pids() {
        Map<String, Long> pids = new TreeMap<>();
        platform.installation().platform().orElseThrow().parts().forEach(part -> pids.put(part.name(), part.pid()));
        return pids;
    }
}
