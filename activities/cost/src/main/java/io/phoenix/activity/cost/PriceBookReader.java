package io.phoenix.activity.cost;

import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.PriceBookEntry.Origin;
import io.phoenix.domain.experiment.SpecText;
import io.phoenix.domain.shape.Part;
import io.phoenix.domain.shape.Pointer;
import io.phoenix.domain.shape.ShapeReader;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the file of a price book entry, YAML or JSON, and names every mistake in it. */
public final class PriceBookReader {
    private PriceBookReader() {}

    /** The entry, or everything that is wrong with the text. */
    public static Validation<PriceBookEntry> read(String text, Origin origin) {
        return switch (SpecText.parse(text)) {
            case Validation.Valid<Map<String, Object>>(Map<String, Object> tree) -> read(tree, origin);
            case Validation.Invalid<Map<String, Object>>(List<Violation> violations) ->
                new Validation.Invalid<>(violations);
        };
    }

    /** The entry of a tree of plain JSON values. */
    public static Validation<PriceBookEntry> read(Map<String, Object> tree, Origin origin) {
        ShapeReader reader = new ShapeReader();
        Part root = reader.read(PriceBookShape.root(), tree, Pointer.ROOT).orElse(new Part(Pointer.ROOT, Map.of()));
        List<Violation> violations = new ArrayList<>(reader.violations());
        violations.addAll(new PriceBookRules(root).violations());
        return violations.isEmpty()
                ? new Validation.Valid<>(PriceBookAssembly.entry(root, origin))
                : new Validation.Invalid<>(violations);
    }
}
