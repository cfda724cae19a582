package io.phoenix.activity.measurement.prometheus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.phoenix.activity.measurement.RangeQuery;
import io.phoenix.activity.measurement.RangeReply;
import io.phoenix.activity.measurement.RangeSeries;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reply to {@code query_range}, token by token: a long one has millions of numbers, which no tree should hold. */
final class RangeReplyReader {
    private final RangeQuery query;
    private final ReplyBytes body;
    private final JsonParser parser;
    private final long first;
    private final long step;
    private final int points;
    private final List<RangeSeries> series = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean success;

    private RangeReplyReader(RangeQuery query, ReplyBytes body, JsonParser parser) {
        this.query = query;
        this.body = body;
        this.parser = parser;
        this.first = query.first().toEpochMilli();
        this.step = query.step().toMillis();
        this.points = query.points();
    }

    /**
     * The series on the grid of the query; empty when the reply does not say success.
     *
     * @throws FinalException {@code upstream_rejected} when a sample is not on the grid
     */
    static Optional<RangeReply> read(RangeQuery query, JsonFactory json, byte[] body) throws IOException {
        ReplyBytes bytes = new ReplyBytes(body);
        try (JsonParser parser = json.createParser(bytes)) {
            RangeReplyReader reader = new RangeReplyReader(query, bytes, parser);
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                reader.reply();
            }
            return reader.success ? Optional.of(new RangeReply(reader.series, reader.warnings)) : Optional.empty();
        }
    }

    private void reply() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            switch (name) {
                case "status" -> success = parser.getText().equals("success");
                case "data" -> data(token);
                case "warnings" -> warnings(token);
                default -> parser.skipChildren();
            }
        }
    }

    private void warnings(JsonToken token) throws IOException {
        while (token == JsonToken.START_ARRAY && parser.nextToken() != JsonToken.END_ARRAY) {
            warnings.add(parser.getText());
        }
    }

    private void data(JsonToken token) throws IOException {
        while (token == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("result")) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    series();
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private void series() throws IOException {
        Map<String, String> labels = new HashMap<>();
        Samples samples = new Samples();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (name.equals("metric") && token == JsonToken.START_OBJECT) {
                labels(labels);
            } else if (name.equals("values") && token == JsonToken.START_ARRAY) {
                samples(samples);
            } else {
                parser.skipChildren();
            }
        }
        series.add(new RangeSeries(labels, samples.values, samples.infinite));
    }

    private void labels(Map<String, String> labels) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String label = parser.currentName();
            parser.nextToken();
            labels.put(label, parser.getText());
        }
    }

    private void samples(Samples samples) throws IOException {
        // The parser has read nothing beyond the bracket.
        if (parser.currentLocation().getByteOffset() == body.delivered()) {
            body.samples(samples);
        }
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            boolean whole = parser.nextToken() == JsonToken.VALUE_NUMBER_INT;
            long millis = whole ? parser.getLongValue() * 1000 : Math.round(parser.getDoubleValue() * 1000);
            parser.nextToken();
            samples.take(millis, SampleValue.of(parser.getText()));
            parser.nextToken();
        }
    }

    /** The samples of one series on the grid of the query; infinite ones are counted and dropped. */
    private final class Samples implements ReplyBytes.Sample {
        private final double[] values = new double[points];
        private int infinite;

        private Samples() {
            Arrays.fill(values, Double.NaN);
        }

        @Override
        public void take(long unixMillis, double value) {
            int point = point(unixMillis);
            if (Double.isInfinite(value)) {
                infinite++;
            } else {
                values[point] = value;
            }
        }
    }

    /** A back end that moves a query to a grid of its own would shift every value. */
    private int point(long millis) {
        long offset = millis - first;
        long point = offset / step;
        if (offset < 0 || point * step != offset || point >= points) {
            throw new FinalException(
                    ErrorCode.UPSTREAM_REJECTED,
                    "Prometheus answered a sample at " + Instant.ofEpochMilli(millis)
                            + ", which is not on the grid from " + query.first() + " to " + query.last() + " by "
                            + query.step());
        }
        return Math.toIntExact(point);
    }
}
