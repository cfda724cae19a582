package io.phoenix.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class VolumeTest {
    private final Volume volume = new Volume(
            new Volume.Series(level(10, 12), decimal(3)),
            new Volume.Samples(level(40, 48), decimal(20), decimal(7)),
            new Volume.Collectors(decimal(2), decimal(5)),
            decimal(4));

    @Test
    void aFleetHasEverythingAsManyTimes() {
        Volume thrice = volume.times(decimal(3));

        assertThat(thrice)
                .isEqualTo(new Volume(
                        new Volume.Series(level(30, 36), decimal(9)),
                        new Volume.Samples(level(120, 144), decimal(60), decimal(21)),
                        new Volume.Collectors(decimal(6), decimal(15)),
                        decimal(12)));
    }

    @Test
    void twoVolumesOnTheSameHostsAddUp() {
        assertThat(volume.plus(volume)).isEqualTo(volume.times(decimal(2)).onHosts(decimal(4)));
    }

    @Test
    void onePartIsReplacedAndTheRestStays() {
        assertThat(volume.onHosts(decimal(9)))
                .isEqualTo(new Volume(volume.series(), volume.samples(), volume.collectors(), decimal(9)));
        assertThat(volume.adding(decimal(8)).series()).isEqualTo(new Volume.Series(level(10, 12), decimal(8)));
        assertThat(volume.adding(decimal(8)).samples()).isEqualTo(volume.samples());
        assertThat(volume.queried(decimal(8)).samples())
                .isEqualTo(new Volume.Samples(level(40, 48), decimal(20), decimal(8)));
        assertThat(volume.queried(decimal(8)).hosts()).isEqualTo(volume.hosts());
    }

    @Test
    void constantLevelsHaveNoChurnNoQueriesAndNoCollectors() {
        Volume constant = Volume.of(decimal(10), decimal(40));

        assertThat(constant)
                .isEqualTo(new Volume(
                        new Volume.Series(level(10, 10), BigDecimal.ZERO),
                        new Volume.Samples(level(40, 40), decimal(40), BigDecimal.ZERO),
                        new Volume.Collectors(BigDecimal.ZERO, BigDecimal.ZERO),
                        BigDecimal.ZERO));
        assertThat(Volume.of(10.0, 40.0).series().live().mean()).isEqualByComparingTo("10");
    }

    @Test
    void nothingIsBelowZero() {
        BigDecimal less = decimal(-1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> volume.adding(less))
                .withMessage("addedPerHour is -1, it is at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> volume.queried(less))
                .withMessageContaining("queriedPerMonth");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> volume.onHosts(less))
                .withMessageContaining("hosts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Volume.Samples(Level.NONE, less, BigDecimal.ZERO))
                .withMessageContaining("weightedPerMinute");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Volume.Collectors(less, BigDecimal.ZERO))
                .withMessageContaining("cores");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Volume.Collectors(BigDecimal.ZERO, less))
                .withMessageContaining("gibibytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Level(BigDecimal.ZERO, less))
                .withMessageContaining("percentile95");
    }

    private static Level level(long mean, long percentile95) {
        return new Level(decimal(mean), decimal(percentile95));
    }

    private static BigDecimal decimal(long value) {
        return BigDecimal.valueOf(value);
    }
}
