package io.phoenix.cli;

import io.phoenix.client.UnpricedResponse;
import java.io.PrintWriter;
import java.util.List;

/** What is said of price books whose prices stand in a contract alone. */
final class Unpriced {
    private Unpriced() {}

    static void tell(PrintWriter messages, List<UnpricedResponse> books) {
        for (UnpricedResponse book : books) {
            messages.println(book.book() + " has no public price of " + String.join(", ", book.charges())
                    + ": ./phoenix cost price-book get " + book.book() + " > " + book.book()
                    + ".yaml, write your contract's into it, ./phoenix cost price-book put " + book.book() + " -f "
                    + book.book() + ".yaml");
        }
        messages.flush();
    }
}
