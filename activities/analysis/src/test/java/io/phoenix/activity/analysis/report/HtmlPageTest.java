package io.phoenix.activity.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.cost.MoneyRange;
import io.phoenix.domain.measurement.MeasuredWindow;
import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.measurement.Quality;
import io.phoenix.domain.measurement.Window;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HtmlPageTest {
    private static final Instant START = Instant.parse("2026-11-01T09:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(10);

    @Test
    void needsNothingElseAndRunsNothing() {
        String page = page();

        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<title>a &lt;b&gt; &amp; c</title>");
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("<script", "http:", "https:", " src=", "@import", "<link", "javascript:");
        assertThat(page).contains("@page { size: A4", "default-src 'none'");
    }

    @Test
    void escapesWhatPeopleWrote() {
        String page = HtmlPage.of(List.of(
                new Section.Heading("<img onerror='x'>"),
                new Section.Grid(List.of(List.of("\"a\" & <b>"))),
                new Section.Points(List.of("</ul><script>"))));

        assertThat(page).doesNotContain("<img", "<script>", "<b>").contains("&quot;a&quot; &amp; &lt;b&gt;");
    }

    @Test
    void carriesTheReportThatItShows() {
        String report = "{\"a\": \"</template><script> & &lt;\"}";

        String page = HtmlPage.of(List.of(new Section.Heading("a")), report);

        assertThat(page).doesNotContain("<script>");
        assertThat(HtmlPage.report(page)).contains(report);
        assertThat(HtmlPage.report(page())).isEmpty();
    }

    @Test
    void tellsWhetherItWasChanged() {
        String page = HtmlPage.of(List.of(new Section.Heading("saves 40 %")), "{}");

        assertThat(HtmlPage.unchanged(page)).contains(true);
        assertThat(HtmlPage.unchanged(page.stripTrailing())).contains(true);
        assertThat(HtmlPage.unchanged(page.replaceFirst("saves 40 %", "saves 90 %")))
                .contains(false);
        assertThat(HtmlPage.unchanged(page.replace("{}", "{\"a\":1}"))).contains(false);
        assertThat(HtmlPage.unchanged(page.replace("</html>", "</html><p>and more")))
                .contains(false);
        assertThat(HtmlPage.unchanged(page())).isEmpty();
    }

    @Test
    void isWellFormed() throws Exception {
        String xml = page().replaceFirst("<!DOCTYPE html>", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");

        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));

        assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(5);
        assertThat(document.getElementsByTagName("h1").getLength()).isEqualTo(1);
    }

    @Test
    void opensEveryAmountToHowItWasComputed() {
        String page = HtmlPage.of(AnalysisSections.costs(List.of(ACost.estimate())));

        assertThat(page)
                .contains(
                        "<td class=\"number\">90.00 USD</td><td class=\"number\">80.00 .. 100.00</td>",
                        "12.00 days (10.00 to never)",
                        "ADOPT")
                .contains(
                        "candidate at datadog: It saves.",
                        "How it was computed: candidate at datadog, price version 2026")
                .contains(
                        "saving_month",
                        "baseline_month - candidate_month. fee = USD 0.00. custom metrics: 1200 metrics")
                .contains("(series * 1 with series = 1200) less 200 included, by 100: 10 * 5");
    }

    @Test
    void showsTheNetSavingAndSaysSoAndBothInTheDetails() {
        MoneyRange net = new MoneyRange(ACost.usd("70.00"), ACost.usd("60.00"), ACost.usd("75.00"));
        List<Section> sections = AnalysisSections.costs(List.of(ACost.estimate(net), ACost.estimate()));

        assertThat(Writers.markdown(sections))
                .contains("| 70.00 USD | 60.00 USD .. 75.00 USD | net of the collectors' CPU and memory |")
                .contains("| 90.00 USD | 80.00 USD .. 100.00 USD | gross |")
                .contains("| candidate | datadog | 90.00 USD | 70.00 USD | 60.00 .. 75.00 |");
        assertThat(Writers.text(sections)).contains("60.00 USD .. 75.00 USD   net of the collectors' CPU and memory");
        assertThat(HtmlPage.of(sections)).contains("60.00 USD .. 75.00 USD</td><td>net of the collectors");
    }

    @Test
    void writesTheSameAsMarkdownButForDrawings() {
        List<MeasuredWindow> measured =
                List.of(window(0, START, "baseline", 1, 2, 3), window(0, START, "candidate", 1, Double.NaN, 3));
        Section chart = MeasuredSeries.of(measured).charts().getFirst();

        String text = Writers.markdown(
                List.of(new Section.Heading("a"), new Section.Appendix(List.of(new Section.Subheading("b"), chart))));

        assertThat(text)
                .isEqualTo(
                        "## a\n\n### b\n\n- active\\_series, series. baseline: mean 2, 1 to 3 in 3 of 3 steps. candidate: mean 2,"
                                + " 1 to 3 in 2 of 3 steps. Left out: 09:00:10 to 09:00:20 (a sample or the input is missing).\n");
    }

    @Test
    void writesNoNumberThatIsWiderThanASheet() {
        assertThat(Figures.changes(-1.9e17, 1.9e17)).isEqualTo("-1.90e+19 % .. +1.90e+19 %");
        assertThat(Figures.value(1e300, "1")).isEqualTo("1.00e+300");
        assertThat(HtmlTable.of(List.of(List.of("a", "b"), List.of("x", "-1.90e+19 % .. +1.90e+19 %"))))
                .contains("<td class=\"number\">-1.90e+19 %");
    }

    @Test
    void drawsNoPictureOfWhatNeverChanges() {
        List<MeasuredWindow> measured =
                List.of(window(0, START, "baseline", 7, 7), window(0, START, "candidate", 7, 7));

        assertThat(MeasuredSeries.of(measured).charts())
                .containsExactly(new Section.Line("The same in every step of every variant: active_series 7."));
        assertThat(MeasuredSeries.of(measured).health())
                .containsExactly(new Section.Line("2 of 2 series have all 2 steps."));
        assertThat(MeasuredSeries.of(List.of()).health()).containsExactly(new Section.Line("Nothing was measured."));
    }

    @Test
    void drawsIntervalsWithTheirLimitAndOutcomesWithoutColour() {
        String plot = ForestPlot.of(List.of(
                new Section.Bar("active_series", 0.4, 0.35, 0.45, 0.8, "pass"),
                new Section.Bar("collector_cpu", 1.3, 1.2, 1.4, 1.1, "fail"),
                new Section.Bar("bytes_per_second", 0, 1e-300, 1e300, null, "info")));

        assertThat(plot).contains(">active_series<", ">pass<", ">fail<", "class=\"limit\"", "l8 8m0 -8l-8 8");
        assertThat(plot).doesNotContain("NaN", "Infinity");
    }

    @Test
    void marksWhatIsExcludedAndPauses() {
        List<MeasuredWindow> measured = List.of(
                window(0, START, "baseline", 1, 2, 3),
                window(0, START, "candidate", 1, Double.NaN, 3),
                window(1, START.plusSeconds(90), "baseline", 4, 5, 6),
                window(1, START.plusSeconds(90), "candidate", 4, 5, Double.NaN));

        Section.Chart chart =
                (Section.Chart) MeasuredSeries.of(measured).charts().getFirst();

        assertThat(chart.excluded())
                .extracting(stretch -> Duration.between(START, stretch.from()).toSeconds() + " to "
                        + Duration.between(START, stretch.to()).toSeconds())
                .containsExactly("10 to 20", "30 to 90", "110 to 120");
        assertThat(SeriesChart.of(chart)).contains("class=\"baseline\"", "class=\"candidate\"", "excluded: pause");
        assertThat(SeriesChart.of(chart)).doesNotContain("NaN", "Infinity");
    }

    @Test
    void writesMemoryInMebibytesAtEveryNumber() {
        Window window = new Window(0, 0, START, START.plus(STEP.multipliedBy(3)), STEP);
        double[] mebibytes = {60 << 20, 70 << 20, 80 << 20};
        Section.Chart chart = (Section.Chart) MeasuredSeries.of(List.of(new MeasuredWindow(
                        window, Metric.COLLECTOR_MEMORY, "baseline", Quality.COMPLETE, mebibytes, 0)))
                .charts()
                .getFirst();

        assertThat(chart.title()).isEqualTo("collector_memory");
        assertThat(SeriesChart.of(chart)).contains(">60 MiB<", ">70 MiB<", ">80 MiB<");
        assertThat(SeriesChart.inWords(chart)).isEqualTo("baseline: mean 70 MiB, 60 MiB to 80 MiB in 3 of 3 steps.");
    }

    private static String page() {
        List<MeasuredWindow> measured =
                List.of(window(0, START, "baseline", 1, 1, 1), window(0, START, "candidate", 0, 0, 0));
        return HtmlPage.of(List.of(
                new Section.Heading("a <b> & c"),
                new Section.Line("said"),
                new Section.Forest(List.of(new Section.Bar("x", 1, 0.9, 1.1, 1.1, "inconclusive"))),
                new Section.Appendix(MeasuredSeries.of(measured).charts()),
                new Section.Appendix(MeasuredSeries.of(measured).health())));
    }

    private static MeasuredWindow window(int index, Instant start, String variant, double... values) {
        Window window = new Window(index, 0, start, start.plus(STEP.multipliedBy(values.length)), STEP);
        return new MeasuredWindow(window, Metric.ACTIVE_SERIES, variant, Quality.COMPLETE, values, 0);
    }
}
