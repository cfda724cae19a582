package io.phoenix.cli;

import io.phoenix.client.Json;
import java.io.PrintWriter;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import picocli.CommandLine.Option;

/** How data are printed: a table for people, or the body of the API for programs. */
public final class OutputOptions {
    /** What {@code -o} takes. */
    enum Format {
        table,
        json,
        yaml
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json or yaml (default: ${DEFAULT-VALUE}).")
    private Format format = Format.table;

    boolean forPeople() {
        return format == Format.table;
    }

    void print(PrintWriter out, Object body, Supplier<Table> table) {
        print(out, body, people -> table.get().print(people));
    }

    /** @param table prints for people */
    public void print(PrintWriter out, Object body, Consumer<PrintWriter> table) {
        switch (format) {
            case table -> table.accept(out);
            case json -> out.println(Json.writePretty(body));
            case yaml -> out.print(yaml(Json.convert(body, Object.class)));
        }
        out.flush();
    }

    static String yaml(Object tree) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .build();
        return new Dump(settings).dumpToString(tree);
    }
}
