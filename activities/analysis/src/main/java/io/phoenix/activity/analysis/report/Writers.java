package io.phoenix.activity.analysis.report;

import io.phoenix.domain.measurement.AskedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reports as text for a terminal and as Markdown; {@link HtmlPage} writes HTML. */
public final class Writers {
    private Writers() {}

    public static String text(List<Section> sections) {
        return join(sections, Writers::text);
    }

    public static String markdown(List<Section> sections) {
        return join(sections.stream().flatMap(Writers::opened).toList(), Writers::markdown);
    }

    private static Stream<Section> opened(Section section) {
        return section instanceof Section.Appendix(List<Section> inside)
                ? inside.stream().flatMap(Writers::opened)
                : Stream.of(section);
    }

    private static String join(List<Section> sections, Function<Section, List<String>> writer) {
        List<String> lines = new ArrayList<>();
        for (Section section : sections) {
            List<String> written = writer.apply(section);
            if (!lines.isEmpty() && !written.isEmpty()) {
                lines.add("");
            }
            lines.addAll(written);
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> text(Section section) {
        return switch (section) {
            case Section.Heading(String text) -> List.of(text);
            case Section.Subheading(String text) -> List.of(text);
            case Section.Line(String text) -> List.of("  " + text);
            case Section.Points(List<String> texts) ->
                texts.stream().map(text -> "  - " + text).toList();
            case Section.Grid(List<List<String>> rows) -> columns(rows);
            case Section.Queries(List<AskedQuery> queries) ->
                List.of("  Asked of the metrics store: " + queries.size()
                        + ". The report as JSON, Markdown or HTML has each.");
            case Section.Forest forest -> List.of();
            case Section.Chart chart -> List.of();
            case Section.Appendix appendix -> List.of();
        };
    }

    private static List<String> columns(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append("  ").append(row.get(column));
                line.repeat(' ', width(rows, column) - row.get(column).length());
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static List<String> markdown(Section section) {
        return switch (section) {
            case Section.Heading(String text) -> List.of("## " + escape(text));
            case Section.Subheading(String text) -> List.of("### " + escape(text));
            case Section.Line(String text) -> List.of(escape(text));
            case Section.Points(List<String> texts) ->
                texts.stream().map(text -> "- " + escape(text)).toList();
            case Section.Grid(List<List<String>> rows) -> pipes(rows);
            case Section.Queries(List<AskedQuery> queries) ->
                queries.stream().flatMap(Writers::fenced).toList();
            case Section.Forest forest -> List.of();
            case Section.Chart chart -> List.of("- " + escape(chart.title() + ". " + SeriesChart.inWords(chart)));
            case Section.Appendix(List<Section> inside) ->
                inside.stream().flatMap(one -> markdown(one).stream()).toList();
        };
    }

    private static Stream<String> fenced(AskedQuery query) {
        return Stream.of(escape(query.subject()), "", "```promql", query.expression(), "```", "");
    }

    private static List<String> pipes(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add(
                    "| " + String.join(" | ", row.stream().map(Writers::escape).toList()) + " |");
            if (lines.size() == 1) {
                lines.add("|" + " --- |".repeat(row.size()));
            }
        }
        return lines;
    }

    // Free text of people must neither break the table nor become markup.
    private static String escape(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1").replaceAll("\\R", " ");
    }
}
