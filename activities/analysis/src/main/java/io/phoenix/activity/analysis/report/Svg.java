package io.phoenix.activity.analysis.report;

import java.util.Locale;

/** An inline drawing of lines, marks and texts, in black and patterns so that it is read without colour. */
final class Svg {
    private final StringBuilder text = new StringBuilder();

    /** @param description what somebody misses who cannot see it; empty: nothing more than the title */
    Svg(int width, int height, String title, String description) {
        text.append("<svg role=\"img\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" xmlns=\"http://www.w3.org/2000/svg\"><title>")
                .append(Html.escape(title))
                .append("</title>\n");
        if (!description.isEmpty()) {
            text.append("<desc>").append(Html.escape(description)).append("</desc>\n");
        }
    }

    Svg line(double x1, double y1, double x2, double y2, String style) {
        return add("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>\n", x1, y1, x2, y2, style);
    }

    Svg area(double x, double y, double width, double height, String style, String title) {
        return add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"%s\"><title>%s</title></rect>\n",
                x, y, width, height, style, Html.escape(title));
    }

    /** @param anchor start, middle or end */
    Svg label(double x, double y, String anchor, String label) {
        return add("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, Html.escape(label));
    }

    Svg path(String commands, String style) {
        return add("<path d=\"%s\" class=\"%s\"/>\n", commands, style);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private Svg add(String pattern, Object... values) {
        Object[] shown = values.clone();
        for (int i = 0; i < shown.length; i++) {
            shown[i] = shown[i] instanceof Double value ? number(value) : shown[i];
        }
        text.append(String.format(Locale.ROOT, pattern, shown));
        return this;
    }

    @Override
    public String toString() {
        return text + "</svg>\n";
    }
}
