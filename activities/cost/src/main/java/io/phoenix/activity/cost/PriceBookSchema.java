package io.phoenix.activity.cost;

import io.phoenix.domain.shape.JsonSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The published JSON Schema (draft 2020-12) of a price book entry. What it cannot say (rising tiers, real currencies and
 * days) is checked by {@link PriceBookReader} alone.
 */
public final class PriceBookSchema {
    public static final String ID = "urn:phoenix:price-book:1";

    private PriceBookSchema() {}

    /** A new tree of plain JSON values in a stable order. */
    public static Map<String, Object> tree() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", ID);
        schema.put("title", "Phoenix price book entry");
        schema.put("description", "How one plan of one vendor bills metrics, and what it costs.");
        schema.putAll(JsonSchema.of(PriceBookShape.root()));
        return schema;
    }
}
