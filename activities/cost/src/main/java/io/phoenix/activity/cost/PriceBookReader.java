package io.phoenix.activity.cost;

import io.phoenix.domain.cost.PriceBookEntry;
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

    /**
     * The entry, or everything that is wrong with the text.
     *
     * @param revision of the tenant's own entry, from 1; 0: it comes with Phoenix
     */
    public static Validation<PriceBookEntry> read(String text, long revision) {
        return switch (SpecText.parse(text)) {
            case Validation.Valid<Map<String, Object>>(Map<String, Object> tree) -> read(tree, revision);
            case Validation.Invalid<Map<String, Object>>(List<Violation> violations) ->
                new Validation.Invalid<>(violations);
        };
    }

    /** The entry of a tree of plain JSON values. */
    public static Validation<PriceBookEntry> read(Map<String, Object> tree, long revision) {
        ShapeReader reader = new ShapeReader();
        Part root = reader.read(PriceBookShape.root(), tree, Pointer.ROOT).orElse(new Part(Pointer.ROOT, Map.of()));
        List<Violation> violations = new ArrayList<>(reader.violations());
        violations.addAll(new PriceBookRules(root).violations());
        return violations.isEmpty()
                ? new Validation.Valid<>(PriceBookAssembly.entry(root, revision))
                : new Validation.Invalid<>(violations);
    }
}
