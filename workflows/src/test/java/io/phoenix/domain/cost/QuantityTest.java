package io.phoenix.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuantityTest {
    private static final BytesPerSample BYTES = new BytesPerSample(decimal(400), decimal(250), decimal(500));
    private static final List<Quantity> ALL = List.of(
            new Quantity.Series(Duration.ZERO, Statistic.MEAN),
            new Quantity.Series(Duration.ofMinutes(20), Statistic.PERCENTILE_95),
            new Quantity.SampleRate(decimal(50), Statistic.MEAN),
            new Quantity.Samples(),
            new Quantity.Bytes(BYTES, Sizing.FIXED),
            new Quantity.Bytes(BYTES, Sizing.AS_SENT),
            new Quantity.QueriedSamples(),
            new Quantity.CoreHours(),
            new Quantity.GibibyteHours());

    private final Volume volume = new Volume(
            new Volume.Series(new Level(decimal(1000), decimal(1200)), decimal(300)),
            new Volume.Samples(new Level(decimal(4000), decimal(4800)), decimal(2000), decimal(77)),
            new Volume.Collectors(new BigDecimal("0.5"), decimal(2)),
            decimal(3));

    @Test
    void countsSeriesThatLivedOnlyForAPartOfTheWindow() {
        assertThat(counted(new Quantity.Series(Duration.ofHours(1), Statistic.MEAN)))
                .isEqualByComparingTo("1300");
        assertThat(counted(new Quantity.Series(Duration.ofMinutes(20), Statistic.PERCENTILE_95)))
                .isEqualByComparingTo("1300");
        assertThat(counted(new Quantity.Series(Duration.ofMinutes(150), Statistic.MEAN)))
                .isEqualByComparingTo("1750");
        assertThat(counted(new Quantity.Series(Duration.ZERO, Statistic.MEAN))).isEqualByComparingTo("1000");
    }

    @Test
    void countsAMonthOf730Hours() {
        assertThat(counted(new Quantity.Samples())).isEqualByComparingTo("175200000");
        assertThat(counted(new Quantity.CoreHours())).isEqualByComparingTo("365");
        assertThat(counted(new Quantity.GibibyteHours())).isEqualByComparingTo("1460");
        assertThat(counted(new Quantity.QueriedSamples())).isEqualByComparingTo("77");
    }

    @Test
    void countsSampleRatesInMultiples() {
        assertThat(counted(new Quantity.SampleRate(decimal(60), Statistic.PERCENTILE_95)))
                .isEqualByComparingTo("80");
    }

    @Test
    void bytesFollowTheSizeSentWhereTheVendorStoresLabels() {
        assertThat(counted(new Quantity.Bytes(BYTES, Sizing.FIXED))).isEqualByComparingTo("70080000000");
        assertThat(counted(new Quantity.Bytes(BYTES, Sizing.AS_SENT))).isEqualByComparingTo("35040000000");
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void anEmptyVolumeCountsNothing(Reading reading) {
        assertThat(ALL)
                .allSatisfy(quantity -> assertThat(
                                quantity.of(Volume.of(0, 0), reading).amount())
                        .isEqualByComparingTo("0"));
    }

    @Test
    void anUnverifiedSizeHasARange() {
        Quantity bytes = new Quantity.Bytes(BYTES, Sizing.FIXED);

        assertThat(Stream.of(Reading.values())
                        .map(reading -> bytes.of(volume, reading).amount()))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(decimal(43_800_000_000L), decimal(70_080_000_000L), decimal(87_600_000_000L));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BytesPerSample(decimal(2), decimal(3), decimal(4)))
                .withMessageContaining("rising order");
    }

    @Test
    void countsNeverFallWhenAVolumeGrows() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        for (int i = 0; i < 500; i++) {
            Volume less = anyVolume(random);
            Volume more = less.plus(anyVolume(random));
            assertThat(ALL)
                    .allSatisfy(quantity -> assertThat(
                                    quantity.of(more, Reading.LISTED).amount())
                            .isGreaterThanOrEqualTo(
                                    quantity.of(less, Reading.LISTED).amount()));
        }
    }

    @Test
    void countsScaleWithTheHosts() {
        assertThat(ALL)
                .allSatisfy(quantity -> assertThat(quantity.of(volume.times(decimal(7)), Reading.LISTED)
                                .amount())
                        .isEqualByComparingTo(
                                quantity.of(volume, Reading.LISTED).amount().multiply(decimal(7))));
        assertThat(volume.times(decimal(7)).hosts()).isEqualByComparingTo("21");
        assertThat(volume.times(decimal(10)).dividedBy(decimal(3)).hosts()).isEqualByComparingTo("10");
    }

    @Test
    void everyQuantitySaysWhatItCountsAndWhatCanBeMeasuredOfIt() {
        assertThat(ALL)
                .extracting(Quantity::unit, Quantity::dimension)
                .containsExactly(
                        tuple("series", Dimension.LIVE_SERIES),
                        tuple("series", Dimension.SERIES_OVER_TIME),
                        tuple("times 50 samples per minute", Dimension.SAMPLES),
                        tuple("samples", Dimension.SAMPLES),
                        tuple("bytes", Dimension.SAMPLES),
                        tuple("bytes", Dimension.BYTES),
                        tuple("queried samples", Dimension.QUERIES),
                        tuple("core hours", Dimension.COLLECTOR_CPU),
                        tuple("GiB hours", Dimension.COLLECTOR_MEMORY));
        assertThat(new Quantity.SampleRate(new BigDecimal("1.0"), Statistic.MEAN).unit())
                .isEqualTo("samples per minute");
    }

    @Test
    void whatIsCountedOpensToItsFormulaAndInputs() {
        assertThat(ALL)
                .extracting(quantity -> quantity.of(volume, Reading.LISTED))
                .allSatisfy(counted -> assertThat(counted.formula().split("[ +*/0-9]+"))
                        .isSubsetOf(counted.inputs().keySet()));
        assertThat(ALL)
                .extracting(quantity -> quantity.of(volume, Reading.LISTED))
                .extracting(
                        Metered::formula,
                        counted -> counted.inputs().values().stream()
                                .map(BigDecimal::toPlainString)
                                .toList())
                .contains(
                        tuple("liveSeries + seriesAddedPerHour * windowSeconds / 3600", List.of("1200", "300", "1200")),
                        tuple("samplesPerMinute / samplesPerMinuteOfOne", List.of("4000", "50")),
                        tuple(
                                "weightedSamplesPerMinute * minutesPerMonth * bytesPerSample",
                                List.of("2000", "43800", "400")),
                        tuple("cores * hoursPerMonth", List.of("0.5", "730")),
                        tuple("queriedSamples", List.of("77")));
    }

    @Test
    void refusesWindowsAndRatesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quantity.Series(Duration.ofSeconds(-1), Statistic.MEAN))
                .withMessage("window is PT-1S, it is at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quantity.SampleRate(BigDecimal.ZERO, Statistic.MEAN))
                .withMessage("perMinute is 0, it is above 0");
    }

    @Test
    void aSizeLiesBetweenItsEnds() {
        assertThat(BytesPerSample.exactly(decimal(7)))
                .isEqualTo(new BytesPerSample(decimal(7), decimal(7), decimal(7)));
        assertThat(new BytesPerSample(decimal(0), decimal(0), decimal(0)).least())
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BytesPerSample(decimal(2), decimal(-1), decimal(4)))
                .withMessageContaining("from at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BytesPerSample(decimal(5), decimal(3), decimal(4)))
                .withMessageContaining("rising order");
    }

    @Test
    void dimensionsAndStatisticsHaveWords() {
        assertThat(Dimension.values())
                .extracting(Dimension::words)
                .doesNotHaveDuplicates()
                .allMatch(words -> words.matches("[a-zC][a-zA-Z ,-]+"));
        assertThat(Statistic.values()).extracting(Statistic::words).containsExactly("the mean", "the 95th percentile");
    }

    private static Volume anyVolume(RandomGenerator random) {
        Level live = new Level(any(random), any(random));
        Level rate = new Level(any(random), any(random));
        return new Volume(
                new Volume.Series(live, any(random)),
                new Volume.Samples(rate, any(random), any(random)),
                new Volume.Collectors(any(random), any(random)),
                BigDecimal.ONE);
    }

    private static BigDecimal any(RandomGenerator random) {
        return random.nextInt(4) == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextLong(1_000_000), 2);
    }

    private BigDecimal counted(Quantity quantity) {
        return quantity.of(volume, Reading.LISTED).amount();
    }

    private static BigDecimal decimal(long value) {
        return BigDecimal.valueOf(value);
    }
}
