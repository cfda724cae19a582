package io.phoenix.activity.analysis.report;

import java.util.List;
import java.util.Locale;

/** Intervals of ratios below one another on a logarithmic axis, with the limit of each as a tick. */
final class ForestPlot {
    private static final int WIDTH = 760;
    private static final int LEFT = 190;
    private static final int RIGHT = 660;
    private static final int ROW = 24;
    private static final double[] TICKS = {
        0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 5, 10, 100
    };
    private static final int LABEL_WIDTH = 52;

    private final List<Section.Bar> bars;
    private final double low;
    private final double high;

    private ForestPlot(List<Section.Bar> bars) {
        this.bars = bars;
        double smallest = 0.95;
        double largest = 1.05;
        for (Section.Bar bar : bars) {
            smallest = Math.min(smallest, bar.limit() == null ? bar.lower() : Math.min(bar.lower(), bar.limit()));
            largest = Math.max(largest, bar.limit() == null ? bar.upper() : Math.max(bar.upper(), bar.limit()));
        }
        this.low = StrictMath.log(Math.max(0.001, smallest * 0.97));
        this.high = StrictMath.log(Math.min(100, largest * 1.03));
    }

    static String of(List<Section.Bar> bars) {
        return bars.isEmpty() ? "" : new ForestPlot(bars).draw();
    }

    private String draw() {
        int bottom = bars.size() * ROW + 10;
        Svg svg = new Svg(WIDTH, bottom + 34, "Change of each metric with its interval", "The table has the numbers.");
        axis(svg, bottom);
        for (int i = 0; i < bars.size(); i++) {
            row(svg, bars.get(i), 10 + i * ROW + ROW / 2.0);
        }
        return "<figure>" + svg
                + "<figcaption>Change of the candidate against the baseline with its interval; a filled dot passes, a cross"
                + " fails, an open dot is undecided or for information; the tall tick is the limit.</figcaption></figure>\n";
    }

    private void axis(Svg svg, int bottom) {
        double last = Double.NEGATIVE_INFINITY;
        for (double tick : TICKS) {
            double x = x(tick);
            boolean inside = StrictMath.log(tick) >= low && StrictMath.log(tick) <= high;
            if (inside && (tick == 1 || (x - last >= LABEL_WIDTH && Math.abs(x - x(1)) >= LABEL_WIDTH))) {
                svg.line(x, 6, x, bottom, tick == 1 ? "axis" : "grid");
                svg.label(x, bottom + 16, "middle", change(tick));
                last = x;
            }
        }
    }

    private void row(Svg svg, Section.Bar bar, double y) {
        svg.label(LEFT - 10, y + 4, "end", bar.label());
        svg.line(x(bar.lower()), y, x(bar.upper()), y, "bar");
        svg.line(x(bar.lower()), y - 4, x(bar.lower()), y + 4, "bar");
        svg.line(x(bar.upper()), y - 4, x(bar.upper()), y + 4, "bar");
        if (bar.limit() != null) {
            svg.line(x(bar.limit()), y - 10, x(bar.limit()), y + 10, "limit");
        }
        svg.path(mark(x(bar.ratio()), y, bar.outcome()), bar.outcome().equals("pass") ? "dot" : "open");
        svg.label(RIGHT + 8, y + 4, "start", bar.outcome());
    }

    private static String mark(double x, double y, String outcome) {
        String pattern = outcome.equals("fail")
                ? "M%1$.1f %2$.1fl8 8m0 -8l-8 8"
                : "M%1$.1f %3$.1fa4 4 0 1 0 8 0a4 4 0 1 0 -8 0z";
        return String.format(Locale.ROOT, pattern, x - 4, y - 4, y);
    }

    private double x(double ratio) {
        double at = (StrictMath.log(Math.max(1e-9, ratio)) - low) / (high - low);
        return LEFT + Math.max(0, Math.min(1, at)) * (RIGHT - LEFT);
    }

    private static String change(double ratio) {
        return ratio == 1
                ? "0"
                : String.format(Locale.ROOT, "%+.3g", (ratio - 1) * 100).replaceAll("\\.0+$", "") + " %";
    }
}
