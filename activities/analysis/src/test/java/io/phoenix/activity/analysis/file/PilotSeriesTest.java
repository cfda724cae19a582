package io.phoenix.activity.analysis.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.Validation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PilotSeriesTest {
    private static final Duration STEP = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource({"10000, 10000, 10000", "10900, 10000, 10000", "60000, 60000, 60000", "2000, 10000, 2000"})
    void keepsItsOwnIntervalWhereThatIsLongerThanTheStep(long every, long step, long interval) throws IOException {
        PilotSeries pilot = pilot(rows("active_series", every, 60));

        assertThat(pilot.step()).isEqualTo(Duration.ofMillis(step));
        assertThat(pilot.interval()).isEqualTo(Duration.ofMillis(interval));
        assertThat(pilot.grid().grid().duration()).isCloseTo(Duration.ofMillis(60 * every), STEP);
    }

    @Test
    void goesByTheSeldomestMetricThatIsAskedForAndCanBeJudged() throws IOException {
        String often = rows("active_series", 2000, 60);
        String seldom = rows("collector_cpu", 30_000, 60);
        String unasked = rows("up", 60_000, 60);
        String few = rows("dropped_points", 120_000, 47);

        assertThat(pilot(often + seldom + unasked + few).step()).isEqualTo(Duration.ofSeconds(30));
    }

    /** A gap of an hour is no interval. */
    @Test
    void takesTheMedianOfTheDistances() throws IOException {
        String resumed =
                rows("active_series", 30_000, 60) + "10000,active_series,baseline,1\n10000,active_series,candidate,1\n";

        assertThat(pilot(resumed).step()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void tellsFaultsAndKnowsNoIntervalOfNothing() throws IOException {
        assertThat(read("x")).isInstanceOf(Validation.Invalid.class);
        assertThat(read(AFile.HEADER + "\n" + rows("active_series", 1, 60) + "1e9,active_series,baseline,1\n"))
                .isInstanceOf(Validation.Invalid.class);
        assertThat(pilot("").step()).isEqualTo(STEP);
        assertThat(pilot("").interval()).isEqualTo(STEP);
    }

    private static PilotSeries pilot(String rows) throws IOException {
        return read(AFile.HEADER + "\n" + rows).orThrow(ErrorCode.INVALID_REQUEST);
    }

    private static Validation<PilotSeries> read(String text) throws IOException {
        return SeriesReader.readPilot(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                STEP,
                AFile.plan(AFile.PLAN).criteria());
    }

    private static String rows(String metric, long every, int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> BigDecimal.valueOf(i * every, 3).toPlainString())
                .flatMap(time ->
                        Stream.of("baseline", "candidate").map(side -> time + "," + metric + "," + side + ",1\n"))
                .collect(Collectors.joining());
    }
}
