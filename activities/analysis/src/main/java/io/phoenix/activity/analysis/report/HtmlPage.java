package io.phoenix.activity.analysis.report;

import io.phoenix.domain.measurement.AskedQuery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A report as one page that needs nothing else: styles and drawings inside, no script, nothing loaded. Prints on A4 and
 * is read without colour.
 */
public final class HtmlPage {
    private final StringBuilder page = new StringBuilder();
    private boolean titled;

    private HtmlPage() {}

    public static String of(List<Section> sections) {
        HtmlPage page = new HtmlPage();
        page.begin(title(sections));
        sections.forEach(page::write);
        return page.page + "</main>\n</body>\n</html>\n";
    }

    private static String title(List<Section> sections) {
        return sections.stream()
                .filter(Section.Heading.class::isInstance)
                .map(heading -> ((Section.Heading) heading).text())
                .findFirst()
                .orElse("Report");
    }

    private void begin(String title) {
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src")
                .append(" 'unsafe-inline'\">\n<title>")
                .append(Html.escape(title))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n")
                // Patterns are found by their id from every drawing of the page.
                .append("<svg width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><pattern id=\"hatch\" width=\"6\"")
                .append(
                        " height=\"6\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 6L6 0\" stroke=\"#888\"/></pattern>")
                .append("</defs></svg>\n<main>\n");
    }

    private void write(Section section) {
        switch (section) {
            case Section.Heading(String text) -> heading(text);
            case Section.Line(String text) ->
                page.append("<p>").append(Html.escape(text)).append("</p>\n");
            case Section.Points(List<String> texts) -> points(texts);
            case Section.Grid(List<List<String>> rows) -> table(rows);
            case Section.Queries(List<AskedQuery> queries) -> queries(queries);
            case Section.Forest(List<Section.Bar> bars) -> page.append(ForestPlot.of(bars));
            case Section.Chart chart -> page.append(SeriesChart.of(chart));
            case Section.Appendix(List<Section> sections) -> sections.forEach(this::write);
        }
    }

    private void heading(String text) {
        String level = titled ? "h2" : "h1";
        titled = true;
        page.append('<').append(level).append('>');
        page.append(Html.escape(text)).append("</").append(level).append(">\n");
    }

    private void points(List<String> texts) {
        if (!texts.isEmpty()) {
            page.append("<ul>\n");
            texts.forEach(text -> page.append("<li>").append(Html.escape(text)).append("</li>\n"));
            page.append("</ul>\n");
        }
    }

    private void table(List<List<String>> rows) {
        page.append("<table>\n");
        for (int i = 0; i < rows.size(); i++) {
            String cell = i == 0 ? "th" : "td";
            page.append("<tr>");
            for (String text : rows.get(i)) {
                page.append('<').append(cell).append('>');
                page.append(Html.escape(text)).append("</").append(cell).append('>');
            }
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private void queries(List<AskedQuery> queries) {
        page.append("<table>\n<tr><th>of</th><th>expression</th></tr>\n");
        queries.forEach(query -> page.append("<tr><td>")
                .append(Html.escape(query.subject()))
                .append("</td><td><code>")
                .append(Html.escape(query.expression()))
                .append("</code></td></tr>\n"));
        page.append("</table>\n");
    }

    private static String style() {
        try (InputStream style = HtmlPage.class.getResourceAsStream("page.css")) {
            if (style == null) {
                throw new IllegalStateException("page.css is not in this build");
            }
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read page.css", e);
        }
    }
}
