package io.phoenix.local.command;

import io.phoenix.cli.OutputOptions;
import io.phoenix.client.Installation;
import io.phoenix.local.postgres.PostgresBinaries;
import io.phoenix.tools.ResolvedTool;
import io.phoenix.tools.ToolName;
import io.phoenix.tools.Tools;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the outside programs. */
@Command(
        name = "tools",
        mixinStandardHelpOptions = true,
        description =
                "Shows the outside programs: name, pinned version, where it was found and its path. --fetch gets what is missing,"
                        + " --prune removes what earlier versions have left in the cache.")
final class ToolsCommand implements Callable<Integer> {
    private static final String ROW = "%-11s %-20s %-9s %s%n";

    @Option(names = "--fetch", description = "fetches or builds what is missing")
    private boolean fetch;

    @Option(
            names = "--prune",
            description = "removes from the cache what this version of Phoenix does not use and nobody runs")
    private boolean prune;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter messages = Objects.requireNonNull(spec).commandLine().getErr();
        Tools tools = Tools.ofThisMachine(UpOptions.source(), (tool, message) -> {
            messages.println(tool + ": " + message);
            messages.flush();
        });
        if (fetch) {
            List.of(ToolName.values()).forEach(tools::resolve);
        }
        if (prune) {
            List<Path> removed = new ArrayList<>(tools.prune());
            removed.addAll(PostgresBinaries.prune(Installation.current().cache()));
            messages.println(removed.isEmpty() ? "nothing to remove" : "removed:");
            removed.forEach(directory -> messages.println("  " + directory));
            messages.flush();
        }
        List<Map<String, String>> rows =
                tools.list().stream().map(ToolsCommand::row).toList();
        output.print(out, rows, people -> table(people, rows));
        return 0;
    }

    private static void table(PrintWriter out, List<Map<String, String>> rows) {
        out.printf(Locale.ROOT, ROW, "NAME", "VERSION", "SOURCE", "PATH");
        rows.forEach(row ->
                out.printf(Locale.ROOT, ROW, row.get("name"), row.get("version"), row.get("source"), row.get("path")));
    }

    private static Map<String, String> row(Tools.Listing listing) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("name", listing.name());
        row.put("version", listing.found().map(ResolvedTool::version).orElse(listing.version()));
        row.put("source", listing.found().map(tool -> tool.source().text()).orElse("missing"));
        row.put(
                "path",
                listing.found()
                        .map(tool -> tool.path().toString())
                        .orElse("./phoenix tools --fetch gets it, as up and demo do"));
        return row;
    }
}
