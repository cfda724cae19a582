package io.phoenix.cli;

import io.phoenix.client.CostClient;
import io.phoenix.client.PhoenixClient;
import io.phoenix.client.PriceBookListResponse;
import io.phoenix.client.PriceBookResponse;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What people ask of the price book. */
final class PriceBookCommands {
    private static final String ID = "Id of the entry, for example datadog.";

    private PriceBookCommands() {}

    /** All of it. */
    @Command(name = "list", aliases = "ls", description = "List the price book.")
    static final class ListBooks extends ApiCommand {
        @Mixin
        private CostOutput output = new CostOutput();

        ListBooks(CliContext context) {
            super(context);
        }

        @Override
        int run(PhoenixClient client) {
            PriceBookListResponse books = new CostClient(client).priceBooks();
            output.print(out(), books, () -> table(books.items()));
            return ExitCode.DONE;
        }
    }

    /** One entry. */
    @Command(name = "get", description = "Show an entry as YAML, which is what your own starts from.")
    static final class Get extends ApiCommand {
        @Parameters(paramLabel = "ID", description = ID)
        private String id = "";

        Get(CliContext context) {
            super(context);
        }

        @Override
        int run(PhoenixClient client) {
            out().print(Objects.requireNonNullElse(
                    new CostClient(client).priceBook(id).document(), ""));
            out().flush();
            return ExitCode.DONE;
        }
    }

    /** Your own. */
    @Command(name = "put", description = "Put your own price in the place of an entry.")
    static final class Put extends ApiCommand {
        @Parameters(paramLabel = "ID", description = ID)
        private String id = "";

        @Option(
                names = {"-f", "--file"},
                paramLabel = "FILE",
                required = true,
                description = "The entry in YAML or JSON; - reads standard input.")
        private String file = "-";

        @Mixin
        private CostOutput output = new CostOutput();

        Put(CliContext context) {
            super(context);
        }

        @Override
        int run(PhoenixClient client) {
            String document = InputFile.text(file);
            if (document.isBlank()) {
                throw new CliException(
                        ExitCode.USAGE,
                        InputFile.name(file) + " is empty, expected an entry such as ./phoenix cost price-book get "
                                + id + " shows");
            }
            PriceBookResponse stored = new CostClient(client).put(id, document);
            output.print(out(), stored, () -> table(List.of(stored)));
            return ExitCode.DONE;
        }
    }

    /** The way back. */
    @Command(name = "remove", aliases = "rm", description = "Go back to the entry that comes with Phoenix.")
    static final class Remove extends ApiCommand {
        @Parameters(paramLabel = "ID", description = ID)
        private String id = "";

        Remove(CliContext context) {
            super(context);
        }

        @Override
        int run(PhoenixClient client) {
            new CostClient(client).remove(id);
            messages().println("the entry " + id + " that comes with Phoenix holds again");
            messages().flush();
            return ExitCode.DONE;
        }
    }

    /** What an entry may hold. */
    @Command(name = "schema", description = "Show the JSON Schema of an entry.")
    static final class Schema extends ApiCommand {
        Schema(CliContext context) {
            super(context);
        }

        @Override
        int run(PhoenixClient client) {
            out().println(new CostClient(client).schema());
            out().flush();
            return ExitCode.DONE;
        }
    }

    private static Table table(List<PriceBookResponse> books) {
        Table table = new Table("ID", "VENDOR", "PLAN", "REGION", "CURRENCY", "PRICE OF", "VERIFIED", "PRICED");
        for (PriceBookResponse book : books) {
            table.row(
                    book.id(),
                    book.vendor(),
                    book.plan(),
                    book.region(),
                    book.currency(),
                    book.priceVersion(),
                    book.verified() ? "yes" : "no",
                    book.unpriced().isEmpty() ? "yes" : "by contract");
        }
        return table;
    }
}
