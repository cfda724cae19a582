package io.phoenix.activity.analysis.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.activity.analysis.report.AnalysisSections;
import io.phoenix.activity.analysis.report.HtmlPage;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** The page of a file with a gap and a second candidate, as a browser reads it. */
class HtmlReportTest {
    private static final int GAP = 10;

    private final Parser parser = Parser.htmlParser().setTrackErrors(100);
    private final Document page = Jsoup.parse(written(), "", parser);

    private static String written() {
        List<String> rows = AFile.rows().stream()
                .filter(row -> !row.startsWith((AFile.START + 10L * GAP) + ",active_series"))
                .toList();
        List<String> withSecond = new ArrayList<>(rows);
        rows.stream()
                .filter(row -> row.contains(",candidate,"))
                .map(row -> row.replace(",candidate,", ",other,"))
                .forEach(withSecond::add);
        SeriesGrid grid = AFile.sound(AFile.csv(withSecond));
        return HtmlPage.of(
                AnalysisSections.ofFile("series.csv", FileAnalysis.of(AFile.plan(AFile.PLAN), grid), grid.measured()));
    }

    @Test
    void isReadWithoutAnyErrorOfMarkup() {
        assertThat(parser.getErrors()).isEmpty();
        assertThat(page.documentType()).isNotNull();
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).startsWith("series.csv: ");
    }

    @Test
    void saysEverythingInTheOrderInWhichPeopleAsk() {
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.selectFirst("h1 + p").text()).isNotBlank();
        assertThat(page.select("h2").eachText())
                .containsSubsequence(
                        "Ranking",
                        "Over time",
                        "Goals and guardrails",
                        "How each metric was judged",
                        "Same input, and health of the data",
                        "The plan")
                .anyMatch(heading -> heading.startsWith("candidate: "))
                .anyMatch(heading -> heading.startsWith("other: "));
    }

    @Test
    void everyTableIsReadWithItsHeaders() {
        assertThat(page.select("table")).hasSizeGreaterThan(5).allSatisfy(table -> {
            int columns = table.select("thead th[scope=col]").size();
            assertThat(columns).isPositive();
            assertThat(table.select("tbody tr"))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.children()).hasSize(columns))
                    .allSatisfy(row -> assertThat(row.child(0).attr("scope")).isEqualTo("row"));
        });
    }

    @Test
    void everyDrawingHasATitleAndADescription() {
        assertThat(page.select("svg[role=img]"))
                .hasSizeGreaterThan(3)
                .allSatisfy(drawing -> {
                    assertThat(drawing.child(0).tagName()).isEqualTo("title");
                    assertThat(drawing.child(1).tagName()).isEqualTo("desc");
                    assertThat(drawing.child(1).text()).isNotBlank();
                })
                .allSatisfy(drawing -> assertThat(drawing.outerHtml()).doesNotContain("NaN", "Infinity"));
        assertThat(page.select("svg:not([role=img])"))
                .allSatisfy(mark -> assertThat(mark.attr("aria-hidden")).isEqualTo("true"));
    }

    @Test
    void marksWhatIsLeftOutAndSaysSoInWords() {
        Element series = page.select("figure").stream()
                .filter(figure -> figure.text().startsWith("active_series"))
                .findFirst()
                .orElseThrow();

        assertThat(series.select("rect.excluded")).hasSize(1);
        assertThat(series.select("path.baseline, path.candidate, path.third")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(series.select("figcaption").text()).contains("Left out: ", "a sample or the input is missing");
    }

    @Test
    void needsNothingFromOutside() {
        assertThat(page.select("script, link, img, iframe, object, embed, form, [src], [href], [onclick]"))
                .isEmpty();
        assertThat(page.selectFirst("style").data()).contains("@page", "@media").doesNotContain("@import", "http");
    }
}
