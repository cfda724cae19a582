package io.phoenix.activity.analysis.report;

/** Text as HTML takes it. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return escapeText(text).replace("\"", "&quot;").replace("'", "&#39;");
    }

    /** Where no attribute is meant. */
    static String escapeText(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What {@link #escapeText} was given. */
    static String text(String escaped) {
        return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
