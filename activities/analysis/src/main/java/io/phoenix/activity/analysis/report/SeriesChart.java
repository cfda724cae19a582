package io.phoenix.activity.analysis.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every variant over time: the baseline drawn through, the others dashed, excluded stretches hatched. */
final class SeriesChart {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 170;
    private static final int LEFT = 78;
    private static final int RIGHT = 750;
    private static final int TOP = 10;
    private static final int BOTTOM = 140;
    private static final int POINTS = 336;
    private static final List<String> STYLES = List.of("baseline", "candidate", "third", "fourth", "fifth", "sixth");
    private static final int STRETCHES_TOLD = 4;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final Section.Chart chart;
    private final double from;
    private final double to;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    private SeriesChart(Section.Chart chart) {
        this.chart = chart;
        long[] times = chart.curves().getFirst().epochMillis();
        this.from = times[0] - (times.length > 1 ? times[1] - times[0] : 1000);
        this.to = times[times.length - 1];
        for (Section.Curve curve : chart.curves()) {
            for (double value : curve.values()) {
                low = Double.isFinite(value) ? Math.min(low, value) : low;
                high = Double.isFinite(value) ? Math.max(high, value) : high;
            }
        }
        low = low > high ? 0 : low;
        high = high < low ? 1 : high;
        // Zero belongs to the picture unless all happens far from it.
        low = low > 0 && low < 0.7 * high ? 0 : low;
        high = high == low ? low + Math.max(1, Math.abs(low) * 0.1) : high;
    }

    static String of(Section.Chart chart) {
        return chart.curves().isEmpty() || chart.curves().getFirst().epochMillis().length == 0
                ? ""
                : new SeriesChart(chart).draw();
    }

    /** The levels of every curve and what is left out. */
    static String inWords(Section.Chart chart) {
        if (chart.curves().isEmpty() || chart.curves().getFirst().epochMillis().length == 0) {
            return "There is no sample.";
        }
        SeriesChart drawn = new SeriesChart(chart);
        String excluded = drawn.excluded();
        return excluded.isEmpty() ? drawn.description() : drawn.description() + " " + excluded;
    }

    private String draw() {
        Svg svg = new Svg(WIDTH, HEIGHT, chart.title() + " over time", description());
        for (Section.Stretch stretch : chart.excluded()) {
            double x = x(stretch.from().toEpochMilli());
            double width = Math.max(0.5, x(stretch.to().toEpochMilli()) - x);
            svg.area(x, TOP, width, BOTTOM - TOP, "excluded", "excluded: " + stretch.why());
        }
        svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, "axis").line(LEFT, TOP, LEFT, BOTTOM, "axis");
        for (double value : new double[] {low, (low + high) / 2, high}) {
            svg.label(LEFT - 6, y(value) + 4, "end", number(value));
        }
        svg.label(LEFT, BOTTOM + 18, "start", time((long) from)).label(RIGHT, BOTTOM + 18, "end", time((long) to));
        for (int i = 0; i < chart.curves().size(); i++) {
            svg.path(path(chart.curves().get(i)), STYLES.get(Math.min(i, STYLES.size() - 1)));
        }
        return "<figure><p class=\"title\">" + Html.escape(chart.title()) + legend() + "</p>" + svg
                + caption(excluded()) + "</figure>\n";
    }

    private String description() {
        return chart.curves().stream().map(this::levels).collect(Collectors.joining(" "));
    }

    private String levels(Section.Curve curve) {
        DoubleSummaryStatistics levels =
                Arrays.stream(curve.values()).filter(Double::isFinite).summaryStatistics();
        return levels.getCount() == 0
                ? curve.variant() + " has no sample."
                : curve.variant() + ": mean " + number(levels.getAverage()) + ", " + number(levels.getMin()) + " to "
                        + number(levels.getMax()) + " in " + levels.getCount() + " of " + curve.values().length
                        + " steps.";
    }

    /** In words too, for paper. */
    private String excluded() {
        List<Section.Stretch> stretches = chart.excluded();
        if (stretches.isEmpty()) {
            return "";
        }
        String told = stretches.stream()
                .limit(STRETCHES_TOLD)
                .map(stretch -> clock(stretch.from()) + " to " + clock(stretch.to()) + " (" + stretch.why() + ")")
                .collect(Collectors.joining("; "));
        int more = stretches.size() - STRETCHES_TOLD;
        return "Left out: " + told + (more > 0 ? "; and " + more + " more" : "") + ".";
    }

    private static String caption(String excluded) {
        return excluded.isEmpty() ? "" : "<figcaption>Hatched. " + Html.escape(excluded) + "</figcaption>";
    }

    private String clock(Instant time) {
        return (longerThanADay() ? DAY : CLOCK).format(time.atOffset(ZoneOffset.UTC));
    }

    private boolean longerThanADay() {
        return to - from > Duration.ofDays(1).toMillis();
    }

    private String legend() {
        StringBuilder legend = new StringBuilder();
        for (int i = 0; i < chart.curves().size(); i++) {
            String style = STYLES.get(Math.min(i, STYLES.size() - 1));
            legend.append(
                            " <span class=\"key\"><svg aria-hidden=\"true\" viewBox=\"0 0 30 8\"><path d=\"M0 4h30\" class=\"")
                    .append(style)
                    .append("\"/></svg>")
                    .append(Html.escape(chart.curves().get(i).variant()))
                    .append("</span>");
        }
        return legend.toString();
    }

    /** Means of equal stretches of time, broken where one has no sample. */
    private String path(Section.Curve curve) {
        double[] sums = new double[POINTS];
        int[] counts = new int[POINTS];
        double[] places = new double[POINTS];
        for (int t = 0; t < curve.values().length; t++) {
            if (Double.isFinite(curve.values()[t])) {
                int bucket = bucket(curve.epochMillis()[t]);
                sums[bucket] += curve.values()[t];
                places[bucket] += x(curve.epochMillis()[t]);
                counts[bucket]++;
            }
        }
        return path(curve, sums, counts, places);
    }

    private String path(Section.Curve curve, double[] sums, int[] counts, double[] places) {
        StringBuilder path = new StringBuilder();
        boolean[] sampled = new boolean[POINTS];
        for (long time : curve.epochMillis()) {
            sampled[bucket(time)] = true;
        }
        boolean open = false;
        for (int i = 0; i < POINTS; i++) {
            if (counts[i] > 0) {
                path.append(String.format(
                        Locale.ROOT, "%s%.1f %.1f", open ? "L" : "M", places[i] / counts[i], y(sums[i] / counts[i])));
                path.append(open ? "" : "h0.1");
                open = true;
            } else if (sampled[i]) {
                open = false;
            }
        }
        return path.toString();
    }

    private int bucket(long time) {
        return (int) Math.min(POINTS - 1, (time - from) / (to - from) * POINTS);
    }

    private double x(double time) {
        return LEFT + (time - from) / (to - from) * (RIGHT - LEFT);
    }

    private double y(double value) {
        return BOTTOM - (value - low) / (high - low) * (BOTTOM - TOP);
    }

    private String number(double value) {
        return Figures.value(value, chart.unit());
    }

    private String time(long millis) {
        return DateTimeFormatter.ofPattern(
                        longerThanADay() ? "yyyy-MM-dd HH:mm 'UTC'" : "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                .format(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
    }
}
