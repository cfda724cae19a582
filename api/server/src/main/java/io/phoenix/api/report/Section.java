package io.phoenix.api.report;

import java.util.List;

/** A part of a report, whatever it is written in. */
sealed interface Section {
    /** A heading. */
    record Heading(String text) implements Section {}

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
}
