package io.phoenix.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prices and savings. Thread-safe; it throws what {@link PhoenixClient} throws. */
public final class CostClient {
    private static final String JSON = "application/json";
    private static final String COSTS = Paths.BASE + "/costs";
    private static final String BOOKS = COSTS + "/price-books";

    private final PhoenixClient client;

    public CostClient(PhoenixClient client) {
        this.client = client;
    }

    public CostEstimateResponse estimate(CostEstimateRequest request) {
        Map<String, String> headers = Map.of("Content-Type", JSON, "Accept", JSON);
        return Json.read(send("POST", COSTS + "/estimate", headers, Json.write(request)), CostEstimateResponse.class);
    }

    /** @param month such as {@code 2026-11}; null: all time */
    public SavingsResponse savings(@Nullable String month) {
        return Json.read(send("GET", savingsPath(month), Map.of("Accept", JSON), null), SavingsResponse.class);
    }

    /** The entries of the ledger as CSV. */
    public String savingsCsv(@Nullable String month) {
        return send("GET", savingsPath(month), Map.of("Accept", "text/csv"), null);
    }

    public PriceBookListResponse priceBooks() {
        return Json.read(send("GET", BOOKS, Map.of("Accept", JSON), null), PriceBookListResponse.class);
    }

    public PriceBookResponse priceBook(String id) {
        return Json.read(send("GET", book(id), Map.of("Accept", JSON), null), PriceBookResponse.class);
    }

    /** Puts the tenant's own entry in the place of the version that was just read. */
    public PriceBookResponse put(String id, String document) {
        Map<String, String> headers =
                Map.of("Content-Type", "application/yaml", "Accept", JSON, "If-Match", version(id));
        return Json.read(send("PUT", book(id), headers, document), PriceBookResponse.class);
    }

    /** Goes back to the entry that comes with Phoenix. */
    public void remove(String id) {
        send("DELETE", book(id), Map.of("If-Match", version(id)), null);
    }

    /** The JSON Schema of an entry. */
    public String schema() {
        return send("GET", Paths.BASE + "/schemas/price-book.json", Map.of(), null);
    }

    // An entry that the server cannot read any more has no version; whatever it is, it is replaced or removed.
    private String version(String id) {
        try {
            return client.request("GET", book(id), Map.of("Accept", JSON), null)
                    .orThrow()
                    .header("ETag")
                    .orElse("*");
        } catch (ProblemException e) {
            if (e.problem().code().equals("unreadable")) {
                return "*";
            }
            throw e;
        }
    }

    private static String book(String id) {
        return BOOKS + "/" + Paths.segment(id);
    }

    private static String savingsPath(@Nullable String month) {
        return COSTS + "/savings" + (month == null ? "" : "?month=" + Paths.segment(month));
    }

    private String send(String method, String path, Map<String, String> headers, @Nullable String body) {
        return client.request(method, path, headers, body).orThrow().body();
    }
}
