package io.phoenix.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StartupOptionsTest {
    private static final LaunchPlan RUNNING = plan(0.3);

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesATimeScaleThatIsNone(double scale) {
        assertThatThrownBy(() -> options(Map.of(), scale))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    }

    @Test
    void isRealTimeWhenNothingRunsAndNothingIsSaid() {
        assertThat(options(Map.of(), null).scale(Optional.empty())).isEqualTo(1);
    }

    @Test
    void keepsTheScaleOfPartsThatRunWithoutTheirSupervisor() {
        assertThat(options(Map.of(), null).scale(Optional.of(RUNNING))).isEqualTo(0.3);
    }

    @Test
    void prefersTheScaleThatIsGiven() {
        assertThat(options(Map.of(), 1.0).scale(Optional.of(RUNNING))).isEqualTo(1);
    }

    @Test
    void leavesARunningPlatformAloneWhenNothingElseIsAskedFor() {
        assertThatCode(() -> {
                    options(Map.of(), null).refuseChanges(RUNNING);
                    options(Map.of(PortName.API, 7080), 0.3).refuseChanges(RUNNING);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAnotherPortOfARunningPlatform() {
        assertThatThrownBy(() -> options(Map.of(PortName.API, 7099), null).refuseChanges(RUNNING))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
                .hasMessage("the platform runs already with --api-port 7080, not 7099: run ./phoenix down first");
    }

    @Test
    void refusesAnotherTimeScaleOfARunningPlatform() {
        assertThatThrownBy(() -> options(Map.of(), 0.5).refuseChanges(RUNNING))
                .isInstanceOfSatisfying(
                        FinalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    private static StartupOptions options(Map<PortName, Integer> ports, @Nullable Double scale) {
        return new StartupOptions(Path.of("source"), ports, scale);
    }

    private static LaunchPlan plan(double scale) {
        return new LaunchPlan("source", "applications", "it", Map.of("api", 7080), Map.of(), Map.of(), scale);
    }
}
