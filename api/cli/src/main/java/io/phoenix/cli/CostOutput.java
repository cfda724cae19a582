package io.phoenix.cli;

import io.phoenix.client.Json;
import java.io.PrintWriter;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** How prices and savings are printed: as other data, or as CSV for a spreadsheet. */
final class CostOutput {
    /** What {@code -o} takes. */
    enum Format {
        table,
        json,
        yaml,
        csv
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json, yaml or csv (default: ${DEFAULT-VALUE}).")
    private Format format = Format.table;

    boolean forPeople() {
        return format == Format.table;
    }

    boolean csv() {
        return format == Format.csv;
    }

    /** Whether there is a row for each price, which says nothing of those without one. */
    boolean hasRows() {
        return forPeople() || csv();
    }

    void print(PrintWriter out, Object body, Supplier<Table> table) {
        print(out, body, table, table);
    }

    /** @param columns for a spreadsheet, one plain value in each */
    void print(PrintWriter out, Object body, Supplier<Table> table, Supplier<Table> columns) {
        switch (format) {
            case table -> table.get().print(out);
            case json -> out.println(Json.writePretty(body));
            case yaml -> out.print(OutputOptions.yaml(Json.convert(body, Map.class)));
            case csv -> columns.get().csv(out);
        }
        out.flush();
    }
}
