package io.phoenix.activity.analysis.report;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Rows as a table whose cells are read with their headers; numbers stand to the right, what did not pass in bold. */
final class HtmlTable {
    private static final String AMOUNT = "[-+]?\\d[\\d,.]*(e[-+]\\d+)?( (%|MiB|[A-Z]{3}))?";
    private static final Pattern NUMBER = Pattern.compile("-|(< )?" + AMOUNT + "( \\.\\. " + AMOUNT + ")?");
    private static final Set<String> TELLING = Set.of("fail", "inconclusive", "invalid");

    private static final int LONGEST_WORD = 24;

    private final List<List<String>> rows;
    private final StringBuilder table = new StringBuilder();

    private HtmlTable(List<List<String>> rows) {
        this.rows = rows;
    }

    static String of(List<List<String>> rows) {
        return rows.isEmpty() ? "" : new HtmlTable(rows).write();
    }

    private String write() {
        List<String> head = rows.getFirst();
        boolean[] numbers = new boolean[head.size()];
        IntStream.range(1, head.size()).forEach(column -> numbers[column] = isNumeric(column));
        table.append("<div class=\"wide\">\n<table>\n<thead>\n<tr>");
        for (int column = 0; column < head.size(); column++) {
            cell("th scope=\"col\"", head.get(column), numbers[column]);
        }
        table.append("</tr>\n</thead>\n<tbody>\n");
        for (List<String> row : rows.subList(1, rows.size())) {
            table.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                cell(column == 0 ? "th scope=\"row\"" : "td", row.get(column), numbers[column]);
            }
            table.append("</tr>\n");
        }
        return table.append("</tbody>\n</table>\n</div>\n").toString();
    }

    private static String style(String text, boolean number) {
        return number ? " class=\"number\">" : hasLong(text, "[ _.]") ? " class=\"long\">" : ">";
    }

    /** A name gives way between its words rather than within one. */
    private static String breakable(String text) {
        String escaped = Html.escape(text);
        return hasLong(text, " ") ? escaped.replace("_", "_<wbr/>") : escaped;
    }

    private static boolean hasLong(String text, String between) {
        return Arrays.stream(text.split(between)).anyMatch(word -> word.length() > LONGEST_WORD);
    }

    private boolean isNumeric(int column) {
        return rows.size() > 1
                && rows.stream()
                        .skip(1)
                        .allMatch(row -> NUMBER.matcher(row.get(column)).matches());
    }

    private void cell(String tag, String text, boolean number) {
        boolean telling = TELLING.contains(text);
        table.append('<').append(tag).append(style(text, number));
        table.append(telling ? "<strong>" : "").append(breakable(text)).append(telling ? "</strong>" : "");
        table.append("</").append(tag, 0, 2).append('>');
    }
}
