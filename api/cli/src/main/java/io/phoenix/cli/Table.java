package io.phoenix.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Columns padded to their longest cell, two blanks apart; the last column is not padded. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... header) {
        row((Object[]) header);
    }

    Table row(@Nullable Object... cells) {
        rows.add(Arrays.stream(cells).map(cell -> Objects.toString(cell, "-")).toList());
        return this;
    }

    /** A cell is one line, however many its text has. */
    void print(PrintWriter out) {
        List<List<String>> lines = rows.stream()
                .map(row -> row.stream().map(Table::oneLine).toList())
                .toList();
        for (List<String> row : lines) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(cell);
                if (column < row.size() - 1) {
                    line.repeat(' ', width(lines, column) - cell.length() + 2);
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** RFC 4180, its header in lower case; nothing where the table shows a dash. */
    void csv(PrintWriter out) {
        for (int line = 0; line < rows.size(); line++) {
            boolean header = line == 0;
            out.print(rows.get(line).stream()
                    .map(cell -> header ? cell.toLowerCase(Locale.ROOT).replace(' ', '_') : cell)
                    .map(cell -> cell.equals("-") ? "" : cell)
                    .map(cell -> cell.matches("[^\",\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"")
                    .collect(Collectors.joining(",", "", "\r\n")));
        }
    }

    static String oneLine(String cell) {
        return cell.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
