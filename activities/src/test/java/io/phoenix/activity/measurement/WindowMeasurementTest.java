package io.phoenix.activity.measurement;

import static io.phoenix.activity.measurement.ScriptedSource.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.TransientException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WindowMeasurementTest {
    private static final List<String> VARIANTS = List.of("baseline", "candidate");
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Window WINDOW = new Window(0, 0, START, START.plusSeconds(30), STEP);

    @Test
    void aFullSeriesIsComplete() {
        MeasuredWindow measured = seriesOfBaseline(reply("baseline", 1, 2, 3));

        assertThat(measured.quality()).isEqualTo(Quality.COMPLETE);
        assertThat(measured.values()).containsExactly(1, 2, 3);
    }

    @Test
    void aGapMakesTheWindowIncomplete() {
        assertThat(seriesOfBaseline(reply("baseline", 1, Double.NaN, 3)).quality())
                .isEqualTo(Quality.INCOMPLETE);
    }

    @Test
    void aWarningMakesTheWindowIncomplete() {
        RangeReply warned = new RangeReply(reply("baseline", 1, 2, 3).series(), List.of("a store did not answer"));

        assertThat(seriesOfBaseline(warned).quality()).isEqualTo(Quality.INCOMPLETE);
    }

    @Test
    void aSeriesWithoutSamplesIsMissing() {
        assertThat(seriesOfBaseline(reply("baseline", Double.NaN, Double.NaN, Double.NaN))
                        .quality())
                .isEqualTo(Quality.MISSING);
    }

    @Test
    void aVariantThatTheReplyDoesNotNameIsMissingInFull() {
        MeasuredWindow measured = seriesOfBaseline(reply("candidate", 1, 2, 3));

        assertThat(measured.quality()).isEqualTo(Quality.MISSING);
        assertThat(measured.values()).hasSize(3).containsOnly(Double.NaN);
    }

    @Test
    void noSilenceBecomesZero() {
        List<MeasuredWindow> measured = measure(query -> new RangeReply(List.of(), List.of()));

        assertThat(measured).extracting(MeasuredWindow::metric).contains(Metric.values());
        assertThat(measured).allSatisfy(window -> {
            assertThat(window.quality()).isEqualTo(Quality.MISSING);
            assertThat(window.values()).containsOnly(Double.NaN);
        });
    }

    @Test
    void upAtZeroIsDown() {
        assertThat(find(measure(query -> reply("baseline", 1, 0, 1)), Metric.UP, "baseline")
                        .quality())
                .isEqualTo(Quality.DOWN);
    }

    @Test
    void aZeroOfAnotherMetricIsAValue() {
        assertThat(find(measure(query -> reply("baseline", 0, 0, 0)), Metric.REFUSED_POINTS, "baseline")
                        .quality())
                .isEqualTo(Quality.COMPLETE);
    }

    @Test
    void keepsTheCountOfInfiniteSamples() {
        RangeSeries series = new RangeSeries(Map.of("phoenix_variant", "baseline"), new double[] {1, Double.NaN, 3}, 1);

        assertThat(seriesOfBaseline(new RangeReply(List.of(series), List.of())).infinite())
                .isEqualTo(1);
    }

    @Test
    void asksOnceForEveryMetricOnTheGridOfTheWindow() {
        List<RangeQuery> queries = new CopyOnWriteArrayList<>();

        measure(query -> {
            queries.add(query);
            return reply("baseline", 1, 2, 3);
        });

        assertThat(queries).hasSize(Metric.values().length).allSatisfy(query -> {
            assertThat(query.first()).isEqualTo(START.plus(STEP));
            assertThat(query.last()).isEqualTo(WINDOW.end());
            assertThat(query.points()).isEqualTo(3);
        });
    }

    @Test
    void measuresInputAndHealthOfTheSourceToo() {
        assertThat(measure(query -> reply("source", 1, 1, 1)))
                .filteredOn(window -> window.variant().equals("source"))
                .extracting(MeasuredWindow::metric)
                .containsExactlyInAnyOrder(Metric.UP, Metric.ACCEPTED_POINTS, Metric.REFUSED_POINTS);
    }

    @Test
    void aFailedQueryFailsTheWindow() {
        TransientException unavailable = new TransientException(ErrorCode.UPSTREAM_UNAVAILABLE, "gone");

        assertThatThrownBy(() -> measure(query -> {
                    throw unavailable;
                }))
                .isSameAs(unavailable);
    }

    private static MeasuredWindow seriesOfBaseline(RangeReply reply) {
        return find(measure(query -> reply), Metric.ACTIVE_SERIES, "baseline");
    }

    private static List<MeasuredWindow> measure(Function<RangeQuery, RangeReply> source) {
        ExperimentRef ref = new ExperimentRef(TenantId.DEFAULT, new ExperimentId(UUID.randomUUID()), "window", 1);
        MeasurementScope scope = new MeasurementScope(ref, Duration.ofSeconds(5), STEP, List.of("nginx"));
        return new WindowMeasurement(new ScriptedSource(source)).measure(scope, WINDOW, VARIANTS, () -> {});
    }

    private static MeasuredWindow find(List<MeasuredWindow> measured, Metric metric, String variant) {
        return measured.stream()
                .filter(window -> window.metric() == metric && window.variant().equals(variant))
                .findFirst()
                .orElseThrow();
    }
}
