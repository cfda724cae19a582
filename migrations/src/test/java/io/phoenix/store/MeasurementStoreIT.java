package io.phoenix.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.phoenix.domain.experiment.ExperimentRef;
import io.phoenix.domain.measurement.AskedQuery;
import io.phoenix.domain.measurement.HostWindow;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementStoreIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Fixtures FIXTURES = new Fixtures(DATABASE);
    private static final PostgresMeasurementStore STORE = new PostgresMeasurementStore(DATABASE.tenantSession());
    private static final TenantId TENANT = TenantId.DEFAULT;

    @Test
    void everyBitOfADoubleComesBack() {
        ExperimentRef ref = FIXTURES.experiment("bits");
        double[] values =
                new Random(42).longs(1000).mapToDouble(Double::longBitsToDouble).toArray();
        values[0] = Double.NaN;
        values[1] = -0.0;
        values[2] = Double.MIN_VALUE;
        values[3] = Double.MAX_VALUE;
        values[4] = 0.1 + 0.2;
        Instant start = Instant.parse("2026-11-20T10:00:00Z");
        Window window = new Window(0, 0, start, start.plusMillis(200_000), Duration.ofMillis(200));
        MeasuredWindow measured =
                new MeasuredWindow(window, Metric.COLLECTOR_CPU, "candidate", Quality.COMPLETE, values, 3);

        STORE.save(TENANT, ref.experiment(), List.of(measured));

        assertThat(STORE.load(TENANT, ref.experiment())).containsExactly(measured);
    }

    @ParameterizedTest
    @CsvSource({
        "MISSING, DOWN, true",
        "DOWN, INCOMPLETE, true",
        "INCOMPLETE, COMPLETE, true",
        "MISSING, COMPLETE, true",
        "COMPLETE, INCOMPLETE, false",
        "DOWN, MISSING, false",
        "COMPLETE, COMPLETE, false"
    })
    void aWindowIsOverwrittenByABetterOneOnly(Quality first, Quality second, boolean overwritten) {
        ExperimentRef ref = FIXTURES.experiment("quality");
        MeasuredWindow before = window(0, Metric.ACTIVE_SERIES, "baseline", first, 1);
        MeasuredWindow after = window(0, Metric.ACTIVE_SERIES, "baseline", second, 2);

        STORE.save(TENANT, ref.experiment(), List.of(before));
        STORE.save(TENANT, ref.experiment(), List.of(after));

        assertThat(STORE.load(TENANT, ref.experiment())).containsExactly(overwritten ? after : before);
    }

    @ParameterizedTest
    @CsvSource({"1, 3, true", "3, 1, false", "2, 2, false"})
    void ofTwoIncompleteWindowsTheFullerOneStays(int first, int second, boolean overwritten) {
        ExperimentRef ref = FIXTURES.experiment("fuller");
        MeasuredWindow before = incomplete(first, 1);
        MeasuredWindow after = incomplete(second, 2);

        STORE.save(TENANT, ref.experiment(), List.of(before));
        STORE.save(TENANT, ref.experiment(), List.of(after));

        assertThat(STORE.load(TENANT, ref.experiment())).containsExactly(overwritten ? after : before);
    }

    @Test
    void windowsComeInTheOrderOfTheCatalogueTheVariantAndTheIndex() {
        ExperimentRef ref = FIXTURES.experiment("order");
        List<MeasuredWindow> ordered = List.of(
                window(0, Metric.SAMPLES_PER_SECOND, "baseline", Quality.COMPLETE, 1),
                window(1, Metric.SAMPLES_PER_SECOND, "baseline", Quality.COMPLETE, 1),
                window(10, Metric.SAMPLES_PER_SECOND, "baseline", Quality.COMPLETE, 1),
                window(0, Metric.SAMPLES_PER_SECOND, "candidate", Quality.COMPLETE, 1),
                window(0, Metric.BYTES_PER_SECOND, "baseline", Quality.COMPLETE, 1));

        STORE.save(TENANT, ref.experiment(), ordered.reversed());

        assertThat(STORE.load(TENANT, ref.experiment())).isEqualTo(ordered);
        assertThat(STORE.load(new TenantId(TestDatabase.OTHER_TENANT), ref.experiment()))
                .isEmpty();
    }

    @Test
    void everyHostComesBackInOrder() {
        ExperimentRef ref = FIXTURES.experiment("hosts");
        HostWindow second = hosts(1, Map.of("b", List.of(1.0, Double.NaN), "a", List.of(0.1 + 0.2, 4.0)));
        HostWindow first = hosts(0, Map.of("only", List.of(7.0, 8.0)));

        STORE.saveHosts(TENANT, ref.experiment(), List.of(second, first, hosts(2, Map.of())));

        assertThat(STORE.loadHosts(TENANT, ref.experiment())).containsExactly(first, second);
        assertThat(STORE.loadHosts(new TenantId(TestDatabase.OTHER_TENANT), ref.experiment()))
                .isEmpty();
    }

    @Test
    void ofTwoWindowsByHostTheFullerOneStays() {
        ExperimentRef ref = FIXTURES.experiment("fuller-hosts");
        HostWindow poor = hosts(0, Map.of("a", List.of(1.0, Double.NaN)));
        HostWindow full = hosts(0, Map.of("a", List.of(2.0, 2.0), "b", List.of(3.0, 3.0)));

        STORE.saveHosts(TENANT, ref.experiment(), List.of(poor));
        STORE.saveHosts(TENANT, ref.experiment(), List.of(full));
        STORE.saveHosts(TENANT, ref.experiment(), List.of(poor));

        assertThat(STORE.loadHosts(TENANT, ref.experiment())).containsExactly(full);
    }

    @Test
    void queriesComeInTheOrderInWhichTheyWereAskedAndTheLastOneStands() {
        ExperimentRef ref = FIXTURES.experiment("queries");
        AskedQuery series = new AskedQuery("active_series", "sum(\"{}\")");
        AskedQuery hosts = new AskedQuery("active_series by host", "count by (host_name) (x)");

        STORE.saveQueries(TENANT, ref.experiment(), List.of(new AskedQuery("active_series", "old"), hosts));
        STORE.saveQueries(TENANT, ref.experiment(), List.of(series, hosts));

        assertThat(STORE.queries(TENANT, ref.experiment())).containsExactly(series, hosts);
        assertThat(STORE.queries(new TenantId(TestDatabase.OTHER_TENANT), ref.experiment()))
                .isEmpty();
    }

    @Test
    void aMetricOfAnotherVersionIsNamed() {
        ExperimentRef ref = FIXTURES.experiment("another-version");
        STORE.save(TENANT, ref.experiment(), List.of(window(0, Metric.UP, "baseline", Quality.COMPLETE, 1)));
        String row = " WHERE experiment_id = '" + ref.experiment() + "'";

        DATABASE.execute("UPDATE measurements SET metric = 'warmth'" + row);

        assertThatExceptionOfType(FinalException.class)
                .isThrownBy(() -> STORE.load(TENANT, ref.experiment()))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREADABLE))
                .withMessage("a stored metric is 'warmth', which this version of Phoenix does not know");
    }

    private static HostWindow hosts(int index, Map<String, List<Double>> samples) {
        Instant start = Instant.parse("2026-11-20T10:00:00Z").plusSeconds(4L * index);
        Window window = new Window(index, 0, start, start.plusSeconds(4), Duration.ofSeconds(2));
        return new HostWindow(window, Metric.ACTIVE_SERIES, "candidate", new TreeMap<>(samples));
    }

    private static MeasuredWindow incomplete(int samples, double value) {
        MeasuredWindow full = window(0, Metric.ACTIVE_SERIES, "baseline", Quality.INCOMPLETE, value);
        double[] values = new double[4];
        Arrays.fill(values, Double.NaN);
        Arrays.fill(values, 0, samples, value);
        return new MeasuredWindow(full.window(), full.metric(), full.variant(), full.quality(), values, 0);
    }

    private static MeasuredWindow window(int index, Metric metric, String variant, Quality quality, double value) {
        Instant start = Instant.parse("2026-11-20T10:00:00Z").plusSeconds(8L * index);
        Window window = new Window(index, 0, start, start.plusSeconds(8), Duration.ofSeconds(2));
        return new MeasuredWindow(window, metric, variant, quality, new double[] {value, value, Double.NaN, value}, 0);
    }
}
