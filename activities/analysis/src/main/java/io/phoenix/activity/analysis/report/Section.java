package io.phoenix.activity.analysis.report;

import io.phoenix.domain.measurement.AskedQuery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a report, whatever it is written in. */
public sealed interface Section {
    /** A heading. */
    record Heading(String text) implements Section {}

    /** A heading below the last one. */
    record Subheading(String text) implements Section {}

    /** A paragraph of one line. */
    record Line(String text) implements Section {}

    /** Points, each a line. */
    record Points(List<String> texts) implements Section {
        public Points {
            texts = List.copyOf(texts);
        }
    }

    /** Rows of equal length; the first is the header. */
    record Grid(List<List<String>> rows) implements Section {
        public Grid {
            rows = List.copyOf(rows);
        }
    }

    /** Ratios with their intervals, one below the other; drawn by HTML alone, the numbers stand in a grid. */
    record Forest(List<Bar> bars) implements Section {
        public Forest {
            bars = List.copyOf(bars);
        }
    }

    /**
     * One ratio, candidate to baseline.
     *
     * @param limit the ratio that decides; null: none was asked for
     */
    record Bar(
            String label,
            double ratio,
            double lower,
            double upper,
            @Nullable Double limit,
            String outcome) {}

    /**
     * One metric of every variant over time; drawn by HTML alone.
     *
     * @param unit of the values, in UCUM
     * @param excluded stretches that no statement rests on
     */
    record Chart(String title, String unit, List<Curve> curves, List<Stretch> excluded) implements Section {
        public Chart {
            curves = List.copyOf(curves);
            excluded = List.copyOf(excluded);
        }
    }

    /** One variant; NaN where there is no sample. */
    record Curve(String variant, long[] epochMillis, double[] values) {}

    /** From, exclusive, to, inclusive. */
    record Stretch(Instant from, Instant to, String why) {}

    /** What the metrics store was asked, word for word; a terminal has no room for it and says how many they are. */
    record Queries(List<AskedQuery> queries) implements Section {
        public Queries {
            queries = List.copyOf(queries);
        }
    }

    /** What a terminal has no room for; written by Markdown and HTML. */
    record Appendix(List<Section> sections) implements Section {
        public Appendix {
            sections = List.copyOf(sections);
        }
    }
}
