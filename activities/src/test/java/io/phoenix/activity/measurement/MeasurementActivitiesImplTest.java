package io.phoenix.activity.measurement;

import static io.phoenix.activity.measurement.ScriptedSource.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.analysis.Reason;
import io.phoenix.domain.analysis.ReasonCode;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.measurement.AskedQuery;
import io.phoenix.domain.measurement.HostWindow;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.MeasurementStore;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.workflow.experiment.MeasureRequest;
import io.phoenix.workflow.experiment.WindowSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MeasurementActivitiesImplTest {
    private static final ExperimentRef REF =
            new ExperimentRef(TenantId.DEFAULT, new ExperimentId(UUID.randomUUID()), "measured", 1);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(10);

    private final MemoryMeasurements store = new MemoryMeasurements();
    private final List<String> beats = new ArrayList<>();

    @Test
    void summarizesOnlyWhatArrived() {
        WindowSummary summary = measure(0, query -> reply("baseline", 2, Double.NaN, 4));

        assertThat(summary.quality()).isEqualTo(Quality.MISSING);
        assertThat(summary.means())
                .containsEntry("baseline/active_series", 3.0)
                .allSatisfy((name, mean) -> assertThat(name).startsWith("baseline/"));
    }

    @Test
    void silenceHasNoMeansAndNoFindings() {
        WindowSummary summary = measure(0, query -> new RangeReply(List.of(), List.of()));

        assertThat(summary.means()).isEmpty();
        assertThat(summary.findings()).isEmpty();
        assertThat(summary.quality()).isEqualTo(Quality.MISSING);
    }

    @Test
    void keepsEverySeriesInTheStoreAndNoneInTheSummary() {
        measure(0, query -> reply("candidate", 1, 2, 3));

        assertThat(store.windows).extracting(MeasuredWindow::metric).contains(Metric.values());
        assertThat(store.windows)
                .filteredOn(window -> window.metric() == Metric.ACTIVE_SERIES)
                .extracting(MeasuredWindow::quality)
                .containsExactly(Quality.MISSING, Quality.COMPLETE);
    }

    @Test
    void theSameValuesHaveTheSameDigest() {
        WindowSummary first = measure(0, query -> reply("baseline", 1, 2, 3));

        assertThat(measure(0, query -> reply("baseline", 1, 2, 3)).digest()).isEqualTo(first.digest());
        assertThat(measure(0, query -> reply("baseline", 1, 2, 4)).digest()).isNotEqualTo(first.digest());
    }

    @Test
    void seesACandidateThatWentDownAcrossTheBorderOfTwoWindows() {
        measure(0, query -> isUp(query) ? up(1, 1, 0) : reply("baseline", 1, 1, 1));

        WindowSummary second = measure(1, query -> isUp(query) ? up(0, 1, 1) : reply("baseline", 1, 1, 1));

        assertThat(second.findings()).extracting(Reason::code).containsExactly(ReasonCode.CANDIDATE_DOWN.name());
    }

    @Test
    void tellsTheEngineBetweenQueriesThatItIsAlive() {
        measure(7, query -> reply("baseline", 1, 1, 1));

        assertThat(beats).hasSize(Metric.values().length + 2).containsOnly("window 7");
    }

    @Test
    void keepsWhatEachHostContributes() {
        measure(0, query -> isByHost(query) ? byHost(List.of()) : reply("baseline", 3, 4, 5));

        assertThat(store.hosts).singleElement().satisfies(window -> {
            assertThat(window.metric()).isEqualTo(Metric.ACTIVE_SERIES);
            assertThat(window.variant()).isEqualTo("baseline");
            assertThat(window.hosts())
                    .containsEntry("a", List.of(1.0, 2.0, 3.0))
                    .containsEntry("b", List.of(2.0, 2.0, Double.NaN))
                    .hasSize(2);
        });
    }

    @Test
    void anAnswerThatMayBeIncompleteSaysNothingOfHosts() {
        measure(0, query -> isByHost(query) ? byHost(List.of("a store is away")) : reply("baseline", 3, 4, 5));

        assertThat(store.hosts).isEmpty();
    }

    @Test
    void moreSeriesThanOneQueryMayTouchAreNotCountedByHost() {
        List<RangeQuery> asked = new CopyOnWriteArrayList<>();

        measure(0, query -> {
            asked.add(query);
            return reply("baseline", 600_000, 600_000, 600_000);
        });

        assertThat(asked).isNotEmpty().noneMatch(MeasurementActivitiesImplTest::isByHost);
        assertThat(store.hosts).isEmpty();
    }

    @Test
    void keepsEveryQueryThatItAsks() {
        List<String> asked = new CopyOnWriteArrayList<>();

        measure(0, query -> {
            asked.add(query.promql());
            return reply("baseline", 1, 1, 1);
        });

        assertThat(store.queries).extracting(AskedQuery::expression).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(store.queries)
                .extracting(AskedQuery::subject)
                .startsWith("active_series", "samples_per_second")
                .endsWith("active_series by host")
                .doesNotHaveDuplicates();
    }

    private static boolean isByHost(RangeQuery query) {
        return query.promql().startsWith("count by (phoenix_variant, host_name) ({job=");
    }

    private static RangeReply byHost(List<String> warnings) {
        return new RangeReply(
                List.of(
                        new RangeSeries(
                                Map.of("phoenix_variant", "baseline", "host_name", "b"),
                                new double[] {2, 2, Double.NaN},
                                0),
                        new RangeSeries(
                                Map.of("phoenix_variant", "baseline", "host_name", "a"), new double[] {1, 2, 3}, 0)),
                warnings);
    }

    private static boolean isUp(RangeQuery query) {
        return query.promql().startsWith("min by (phoenix_variant) (avg_over_time(up{");
    }

    private static RangeReply up(double... candidate) {
        return new RangeReply(
                List.of(
                        reply("baseline", 1, 1, 1).series().getFirst(),
                        reply("candidate", candidate).series().getFirst()),
                List.of());
    }

    private WindowSummary measure(int index, Function<RangeQuery, RangeReply> script) {
        Instant start = START.plus(STEP.multipliedBy(3L * index));
        Window window = new Window(index, 0, start, start.plus(STEP.multipliedBy(3)), STEP);
        MeasureRequest request = new MeasureRequest(
                REF, window, List.of("baseline", "candidate"), List.of("nginx"), Duration.ofSeconds(5), START);
        return new MeasurementActivitiesImpl(new ScriptedSource(script), store, beats::add).measureWindow(request);
    }

    private static final class MemoryMeasurements implements MeasurementStore {
        final List<MeasuredWindow> windows = new ArrayList<>();
        final List<HostWindow> hosts = new ArrayList<>();
        final List<AskedQuery> queries = new ArrayList<>();

        @Override
        public void save(TenantId tenant, ExperimentId experiment, List<MeasuredWindow> measured) {
            windows.addAll(measured);
        }

        @Override
        public List<MeasuredWindow> load(TenantId tenant, ExperimentId experiment) {
            return List.copyOf(windows);
        }

        @Override
        public void saveHosts(TenantId tenant, ExperimentId experiment, List<HostWindow> measured) {
            hosts.addAll(measured);
        }

        @Override
        public List<HostWindow> loadHosts(TenantId tenant, ExperimentId experiment) {
            return List.copyOf(hosts);
        }

        @Override
        public void saveQueries(TenantId tenant, ExperimentId experiment, List<AskedQuery> asked) {
            queries.addAll(asked);
        }

        @Override
        public List<AskedQuery> queries(TenantId tenant, ExperimentId experiment) {
            return List.copyOf(queries);
        }
    }
}
