package io.phoenix.activity.analysis.report;

import io.phoenix.domain.measurement.AskedQuery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A report as one page that needs nothing else: styles and drawings inside, no script, nothing loaded. Prints on A4 and
 * is read without colour.
 */
public final class HtmlPage {
    private static final String DATA_START = "<template id=\"report\">";
    private static final String DATA_END = "</template>";
    private static final String DIGEST_START = "<!-- sha256:";
    private static final String DIGEST_END = " -->\n";
    private static final String END = "</body>\n</html>\n";

    private final StringBuilder page = new StringBuilder();
    private boolean titled;

    private HtmlPage() {}

    public static String of(List<Section> sections) {
        return of(sections, "");
    }

    /** With the report as JSON inside, which is not shown, so that it can be computed again from the page, and a digest of the page. */
    public static String of(List<Section> sections, String report) {
        HtmlPage page = new HtmlPage();
        page.begin(title(sections));
        sections.forEach(page::write);
        page.page.append("</main>\n");
        if (report.isEmpty()) {
            return page.page + END;
        }
        page.page
                .append(DATA_START)
                .append(Html.escapeText(report))
                .append(DATA_END)
                .append('\n');
        return page.page + DIGEST_START + digest(page.page.toString()) + DIGEST_END + END;
    }

    /**
     * Whether nothing of a page was changed since it was written. Tells a change, not who made it; empty for a page of an
     * earlier version, which does not say.
     */
    public static Optional<Boolean> unchanged(String page) {
        int start = page.lastIndexOf(DIGEST_START);
        return start < 0
                ? Optional.empty()
                : Optional.of(page.stripTrailing()
                        .equals((page.substring(0, start)
                                        + DIGEST_START
                                        + digest(page.substring(0, start))
                                        + DIGEST_END
                                        + END)
                                .stripTrailing()));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }

    /** The report that such a page carries; empty for any other text. */
    public static Optional<String> report(String page) {
        int start = page.lastIndexOf(DATA_START);
        int end = page.lastIndexOf(DATA_END);
        return start < 0 || end < start
                ? Optional.empty()
                : Optional.of(Html.text(page.substring(start + DATA_START.length(), end)));
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
                .append("</title>\n<meta name=\"color-scheme\" content=\"light dark\">\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n")
                // Patterns are found by their id from every drawing of the page.
                .append("<svg width=\"0\" height=\"0\" aria-hidden=\"true\"><defs><pattern id=\"hatch\" width=\"6\"")
                .append(
                        " height=\"6\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 6L6 0\" class=\"hatch\"/></pattern>")
                .append("</defs></svg>\n<main>\n");
    }

    private void write(Section section) {
        switch (section) {
            case Section.Heading(String text) -> heading(text);
            case Section.Subheading(String text) ->
                page.append("<h3>").append(Html.escape(text)).append("</h3>\n");
            case Section.Line(String text) ->
                page.append("<p>").append(Html.escape(text)).append("</p>\n");
            case Section.Points(List<String> texts) -> points(texts);
            case Section.Grid(List<List<String>> rows) -> page.append(HtmlTable.of(rows));
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

    private void queries(List<AskedQuery> queries) {
        page.append(
                "<div class=\"wide\">\n<table>\n<thead>\n<tr><th scope=\"col\">of</th><th scope=\"col\">expression</th></tr>\n</thead>\n<tbody>\n");
        queries.forEach(query -> page.append("<tr><th scope=\"row\">")
                .append(Html.escape(query.subject()))
                .append("</th><td><code>")
                .append(Html.escape(query.expression()))
                .append("</code></td></tr>\n"));
        page.append("</tbody>\n</table>\n</div>\n");
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
