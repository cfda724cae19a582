package io.phoenix.activity.analysis.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SeriesReaderTest {
    private static final double NONE = Double.NaN;

    @Test
    void putsEverySampleOnTheNearestGridPointAndTheLaterOfTwoThere() {
        SeriesGrid grid = AFile.sound("""
                time,metric,variant,value
                100,active_series,baseline,1
                104.9,active_series,baseline,2
                105,active_series,baseline,3
                134,active_series,baseline,5
                126,active_series,baseline,4
                101,active_series,candidate,7
                """);

        assertThat(values(grid, "baseline")).containsExactly(2, 3, NONE, 5);
        assertThat(values(grid, "candidate")).containsExactly(7, NONE, NONE, NONE);
        assertThat(grid.grid().windows()).singleElement().satisfies(window -> {
            assertThat(window.start()).isEqualTo("1970-01-01T00:01:30Z");
            assertThat(window.end()).isEqualTo("1970-01-01T00:02:10Z");
        });
        assertThat(grid.candidates()).containsExactly("candidate");
    }

    @Test
    void dropsWhatIsNoNumberAndCountsWhatIsInfinite() {
        SeriesGrid grid = AFile.sound("""
                time,metric,variant,value
                10,active_series,baseline,NaN
                20,active_series,baseline,StaleNaN
                30,active_series,baseline,+Inf
                40,active_series,baseline,-Inf
                50,active_series,baseline,1e300
                10,active_series,candidate,1
                """);

        assertThat(values(grid, "baseline")).containsExactly(NONE, NONE, NONE, NONE, 1e300);
        assertThat(series(grid, "baseline").infinite()).isEqualTo(2);
        assertThat(series(grid, "candidate").infinite()).isZero();
    }

    @Test
    void readsColumnsInAnyOrderQuotesBlankLinesCarriageReturnsAndAByteOrderMark() {
        SeriesGrid grid = AFile.sound("\ufeff\"value\",variant,metric,\"time\"\r\n"
                + "1,\"baseline\",active_series,\"1970-01-01T00:00:10Z\"\r\n\r\n"
                + "2, candidate ,\"active_series\",10\r\n"
                + "3,\"b \"\"x\"\", y\",active_series,10");

        assertThat(grid.candidates()).containsExactly("b \"x\", y", "candidate");
        assertThat(values(grid, "candidate")).containsExactly(2);
    }

    @Test
    void tellsEveryFaultWithItsLine() {
        List<String> faults = AFile.faults("""
                time,metric,variant,value
                yesterday,active_series,baseline,many
                10,active_series,baseline
                10,activ_series,baseline,1
                20,activ_series,baseline,1
                10,active_series,,1

                10,active_series,baseline,
                10,"active_series,baseline,1
                10,active_series,baseline,4
                10,active_series,candidate,4
                20,active_series,candidate,4
                10.0,active_series,baseline,5
                """);

        assertThat(faults)
                .containsExactly(
                        "line 2: time is 'yesterday', expected RFC 3339, such as 2026-11-01T10:00:00Z, or Unix seconds",
                        "line 2: value is 'many', expected a decimal number, NaN, +Inf, -Inf or StaleNaN",
                        "line 3: it has 3 fields, expected 4",
                        "line 4: metric 'activ_series' is not in the catalogue, did you mean 'active_series'?",
                        "line 5: metric 'activ_series' is not in the catalogue, did you mean 'active_series'?",
                        "line 6: variant is empty, expected baseline or the name of a candidate",
                        "line 8: value is empty, expected a decimal number, NaN, +Inf, -Inf or StaleNaN; leave out the"
                                + " row of a missing sample",
                        "line 9: a quoted field does not end where the next comma or the line's end is",
                        "line 13: active_series of baseline has a sample at 1970-01-01T00:00:10Z already, in line 10");
    }

    @Test
    void tellsEveryFaultOfALineOfJson() {
        assertThat(AFile.faults("{\"time\":1,\"value\":2}\n"
                        + "{\"time\":\"x\",\"metric\":\"nope\",\"variant\":\"a\",\"value\":2}\n"))
                .containsExactly(
                        "line 1: 'metric' is missing",
                        "line 1: 'variant' is missing",
                        "line 2: time is 'x', expected RFC 3339, such as 2026-11-01T10:00:00Z, or Unix seconds",
                        "line 2: metric 'nope' is not in the catalogue, which has "
                                + Arrays.stream(Metric.values())
                                        .map(Metric::metricName)
                                        .collect(Collectors.joining(", ")));
    }

    @Test
    void listsTheCatalogueOnceOnly() {
        assertThat(AFile.faults("time,metric,variant,value\n1,nope,baseline,1\n2,never,baseline,1\n"))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("line 2: metric 'nope' is not in the catalogue, which has active_series, "),
                        second -> assertThat(second).isEqualTo("line 3: metric 'never' is not in the catalogue"));
    }

    @Test
    void refusesAFileThatIsNone() {
        assertThat(AFile.faults("")).containsExactly("it is empty, a header is expected: time,metric,variant,value");
        assertThat(AFile.faults("a,b,c\n1,2,3"))
                .containsExactly(
                        "line 1: the header is 'a,b,c', expected time,metric,variant,value and, if known, host");
        assertThat(AFile.faults("time,metric,variant,value,value"))
                .singleElement()
                .asString()
                .contains("line 1");
        assertThat(AFile.faults("x".repeat(2_000_000)))
                .singleElement()
                .asString()
                .contains("longer than 1 MiB");
    }

    @Test
    void refusesATimeSpanThatNoStepCanDivide() {
        assertThat(AFile.faults(AFile.HEADER + "\n0,up,baseline,1\n1793520000000,up,candidate,1"))
                .singleElement()
                .asString()
                .contains("line 3: time is '1793520000000'");
        assertThat(AFile.faults(AFile.HEADER + "\n0,up,baseline,1\n1793520000,up,candidate,1"))
                .singleElement()
                .asString()
                .contains("there are 179352001 steps of 10s, too many");
    }

    @Test
    void stopsTellingAtAThousandAndCountsOn() {
        StringBuilder text = new StringBuilder(AFile.HEADER + "\n");
        for (int i = 0; i < 1500; i++) {
            text.append("10,up,baseline,x\n");
        }

        List<String> faults = AFile.faults(text.toString());

        assertThat(faults).hasSize(1001).last().asString().isEqualTo("and 500 more");
    }

    @Test
    void readsTheSameFromJsonLines() {
        List<String> rows = AFile.rows();
        String json = String.join("\n", rows.stream().map(AFile::jsonLine).toList());

        assertThat(AFile.analyze(json)).isEqualTo(AFile.analyze(AFile.csv(rows)));
    }

    @Test
    void tellsEveryFaultOfJsonLines() {
        List<String> faults = AFile.faults("""
                {"time":10,"metric":"up","variant":"baseline","value":"+Inf"}
                {"time":10,"metric":"up","variant":"candidate","value":NaN}
                {"time":"10","metric":5,"value":1}
                {"time":10,"metric":"up","variant":"baseline","value":null}
                {"time":20,"metric":"up","variant":"baseline","value":1,"extra":{"a":[1]}}
                {"time":20,"time":30,"metric":"up","variant":"baseline","value":1}
                {"time":20
                [1]
                {"time":20,"metric":"up","value":1}
                """);

        assertThat(faults).hasSize(7);
        assertThat(faults.get(0)).startsWith("line 3: metric is of another kind, expected a text");
        assertThat(faults.get(1)).startsWith("line 4: value is null, expected a number");
        assertThat(faults.get(2)).startsWith("line 5: field 'extra' is not known");
        assertThat(faults.get(3)).startsWith("line 6: it is no JSON: Duplicate field");
        assertThat(faults.get(4)).startsWith("line 7: it is no JSON");
        assertThat(faults.get(5)).isEqualTo("line 8: it is no JSON object");
        assertThat(faults.get(6)).isEqualTo("line 9: 'variant' is missing");
    }

    @Test
    void readsRepliesOfPrometheusOneAfterTheOther() {
        String replies = reply("{\"metric\":\"active_series\",\"phoenix_variant\":\"baseline\"}", "10", "20") + "\n"
                + reply("{\"metric\":\"active_series\",\"phoenix_variant\":\"candidate\"}", "4", "NaN");

        SeriesGrid grid = AFile.sound(replies);

        assertThat(values(grid, "baseline")).containsExactly(10, 20);
        assertThat(values(grid, "candidate")).containsExactly(4, NONE);
    }

    @Test
    void takesFromTheOptionsWhatARepliesLabelsDoNotSay() {
        String replies = reply("{\"phoenix_variant\":\"baseline\"}", "10", "20") + reply("{}", "4", "5");

        SeriesGrid grid = AFile.read(replies, new SeriesReader.Options("active_series", "candidate"))
                .orThrow(io.phoenix.error.ErrorCode.INVALID_REQUEST);

        assertThat(values(grid, "candidate")).containsExactly(4, 5);
        assertThat(AFile.faults(replies))
                .containsExactly(
                        "line 1: the series {phoenix_variant=baseline} has no label metric; name it with --metric",
                        "line 1: the series {} has no label metric; name it with --metric",
                        "line 1: the series {} has no label phoenix_variant; name it with --variant");
    }

    @Test
    void labelsMayStandBehindTheValues() {
        String replies = reply("{\"metric\":\"active_series\",\"phoenix_variant\":\"baseline\"}", "10", "20")
                + "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"values\":"
                + "[[1793520000,\"1\"],[1793520010,\"2\"]],"
                + "\"metric\":{\"metric\":\"active_series\",\"phoenix_variant\":\"candidate\"}}]}}";

        assertThat(values(AFile.sound(replies), "candidate")).containsExactly(1, 2);
    }

    @Test
    void tellsWhatIsWrongWithASampleOfAReply() {
        String replies = "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":"
                + "{\"metric\":\"active_series\",\"phoenix_variant\":\"baseline\"},\"values\":[\n[],\n[1793520000],"
                + "\n[{},\"1\"],\n[1793520000,\"many\"],\n[1793520000,\"1\",[2]]]}]}}";

        assertThat(AFile.faults(replies))
                .containsExactly(
                        "line 2: 'time' is missing",
                        "line 2: 'value' is missing",
                        "line 3: 'value' is missing",
                        "line 4: 'time' is missing",
                        "line 5: value is 'many', expected a decimal number, NaN, +Inf, -Inf or StaleNaN");
    }

    @Test
    void tellsWhatIsWrongWithAReply() {
        assertThat(AFile.faults("{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\"}"))
                .containsExactly("line 1: Prometheus refused the query: 'parse error'");
        assertThat(AFile.faults("{\"status\":\"success\",\n\"data\":{\"resultType\":\"vector\",\"result\":[]}}"))
                .containsExactly("line 2: resultType is 'vector', expected matrix, the reply to a range query");
        assertThat(AFile.faults("{\"status\":\"success\",\"data\":{"))
                .singleElement()
                .asString()
                .contains("no JSON");
    }

    @Test
    void addsHostsUpAndKnowsWhatEachContributed() {
        List<String> rows = new ArrayList<>();
        for (int host = 0; host < 10; host++) {
            for (int t = 1; t <= 3; t++) {
                rows.add(10 * t + ",active_series,baseline," + (100 + host) + ",h" + host);
                if (host > 0 || t > 1) {
                    rows.add(10 * t + ",active_series,candidate,50,h" + host);
                }
                if (host > 1 || t < 3) {
                    rows.add(10 * t + ",up,baseline," + (host == 4 && t == 2 ? 0 : 1) + ",h" + host);
                }
                rows.add(10 * t + ",up,candidate,1,h" + host);
            }
        }

        SeriesGrid grid = AFile.sound(AFile.HEADER + ",host\n" + String.join("\n", rows));

        assertThat(values(grid, "baseline")).containsExactly(945, 1045, 1045);
        assertThat(values(grid, "candidate")).containsExactly(450, 500, 500);
        assertThat(series(grid, Metric.UP, "baseline").values()).containsExactly(1, 0, NONE);
        assertThat(series(grid, Metric.UP, "candidate").values()).containsExactly(1, 1, 1);
        assertThat(grid.hosts()).hasSize(2).first().satisfies(hosts -> {
            assertThat(hosts.variant()).isEqualTo("baseline");
            assertThat(hosts.totals()).hasSize(10).containsEntry("h3", 103.0);
        });
    }

    private static String reply(String labels, String first, String second) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":" + labels
                + ",\"values\":[[1793520000,\"" + first + "\"],[1793520010.000,\"" + second + "\"]]}]}}";
    }

    private static double[] values(SeriesGrid grid, String variant) {
        return series(grid, variant).values();
    }

    private static MeasuredWindow series(SeriesGrid grid, String variant) {
        return series(grid, Metric.ACTIVE_SERIES, variant);
    }

    private static MeasuredWindow series(SeriesGrid grid, Metric metric, String variant) {
        return grid.measured().stream()
                .filter(window -> window.metric() == metric && window.variant().equals(variant))
                .findFirst()
                .orElseThrow();
    }
}
