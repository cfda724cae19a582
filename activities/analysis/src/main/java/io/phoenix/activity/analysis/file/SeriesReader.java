package io.phoenix.activity.analysis.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads series in any of the formats: CSV, JSON lines, or replies of Prometheus, told apart by how they begin. */
public final class SeriesReader {
    private static final int SEEN = 1 << 16;
    private static final Set<String> OF_A_REPLY =
            Set.of("status", "data", "errorType", "error", "warnings", "infos", "isPartial");
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private SeriesReader() {}

    /**
     * What replies of Prometheus that lack the labels are about.
     *
     * @param metric of the catalogue; null: every series must say it
     */
    public record Options(@Nullable String metric, @Nullable String variant) {
        public static final Options NONE = new Options(null, null);
    }

    /**
     * The series on the grid of this step, or every fault of the file with its line. Reads to the end of the stream.
     *
     * @param step null: unknown, then only faults are looked for and none of them means that the lines are sound
     */
    public static Validation<SeriesGrid> read(InputStream in, @Nullable Duration step, Options options)
            throws IOException {
        SampleTable table = new SampleTable();
        Map<SampleTable.Key, Samples> series = filled(table, in, options);
        if (step == null || !table.faults().isEmpty()) {
            List<Violation> found = table.faults().violations();
            return found.isEmpty() ? new Validation.Valid<>(SeriesGrid.EMPTY) : new Validation.Invalid<>(found);
        }
        return SeriesGrid.of(series, step);
    }

    /**
     * Series to plan a run by, or every fault of the file with its line. Reads to the end of the stream.
     *
     * @param step of the run
     * @param criteria whose metrics are planned for
     */
    public static Validation<PilotSeries> readPilot(InputStream in, Duration step, Criteria criteria)
            throws IOException {
        SampleTable table = new SampleTable();
        Map<SampleTable.Key, Samples> series = filled(table, in, Options.NONE);
        return table.faults().isEmpty()
                ? PilotSeries.of(series, step, criteria)
                : new Validation.Invalid<>(table.faults().violations());
    }

    private static Map<SampleTable.Key, Samples> filled(SampleTable table, InputStream in, Options options)
            throws IOException {
        fill(table, in, options);
        Map<SampleTable.Key, Samples> series = table.sorted();
        table.check(series);
        return series;
    }

    private static void fill(SampleTable table, InputStream in, Options options) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(in, SEEN);
        stream.mark(SEEN);
        byte[] head = stream.readNBytes(SEEN / 2);
        stream.reset();
        try {
            switch (format(head)) {
                case CSV -> new CsvReader(new Lines(stream), new Rows(table), table.faults()).read();
                case JSON_LINES -> new JsonLinesReader(JSON, new Lines(stream), new Rows(table), table.faults()).read();
                case REPLIES -> new QueryRangeReader(JSON, stream, options, table).read();
            }
        } catch (FinalException e) {
            if (e.code() != ErrorCode.INVALID_REQUEST) {
                throw e;
            }
            table.faults().add(0, String.valueOf(e.getMessage()));
        }
    }

    private enum Format {
        CSV,
        JSON_LINES,
        REPLIES
    }

    private static Format format(byte[] head) throws IOException {
        int at = head.length >= 3 && head[0] == (byte) 0xef ? 3 : 0;
        while (at < head.length && Character.isWhitespace(head[at])) {
            at++;
        }
        if (at == head.length || (head[at] != '{' && head[at] != '[')) {
            return Format.CSV;
        }
        try (JsonParser parser = JSON.createParser(head, at, head.length - at)) {
            boolean field = parser.nextToken() == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.FIELD_NAME;
            return field && OF_A_REPLY.contains(parser.currentName()) ? Format.REPLIES : Format.JSON_LINES;
        } catch (JsonProcessingException e) {
            // The reader of lines tells the same, with its line.
            return Format.JSON_LINES;
        }
    }
}
