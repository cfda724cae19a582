package io.phoenix.domain.experiment;

import io.phoenix.domain.pipeline.PipelineCatalog;
import io.phoenix.domain.shape.Part;
import io.phoenix.domain.shape.Pointer;
import io.phoenix.domain.shape.ShapeReader;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads an experiment's file: fills in every default and reports every mistake at once, rules between fields included
 * where the fields they speak of are valid. Immutable and thread-safe.
 */
public final class ExperimentSpecReader {
    private final PipelineCatalog catalog;
    private final Set<String> books;
    private final Map<String, String> currencies;
    private final Defaults defaults;

    /** What a spec that leaves it out gets on this installation. */
    public record Defaults(boolean engineSignals) {
        /** One machine, one person: signals from the engine's own UI count. */
        public static final Defaults LOCAL = new Defaults(true);

        public static final Defaults SHARED = new Defaults(false);
    }

    /**
     * @param books ids of the price books that are known, whatever their currencies
     */
    public ExperimentSpecReader(PipelineCatalog catalog, Set<String> books, Defaults defaults) {
        this(catalog, books, Map.of(), defaults);
    }

    private ExperimentSpecReader(
            PipelineCatalog catalog, Set<String> books, Map<String, String> currencies, Defaults defaults) {
        this.catalog = catalog;
        this.books = Set.copyOf(books);
        this.currencies = Map.copyOf(currencies);
        this.defaults = defaults;
    }

    public ExperimentSpecReader(PipelineCatalog catalog, Set<String> books) {
        this(catalog, books, Defaults.LOCAL);
    }

    /**
     * The same for a tenant whose price book has these currencies.
     *
     * @param byBook ISO 4217 codes by the ids of price books; one that is missing is not asked for its currency
     */
    public ExperimentSpecReader withCurrencies(Map<String, String> byBook) {
        return new ExperimentSpecReader(catalog, books, byBook, defaults);
    }

    /** The spec of a tree of plain JSON values. */
    public Validation<ExperimentSpec> read(Map<String, Object> tree) {
        ShapeReader reader = new ShapeReader();
        Part root = reader.read(SpecShape.root(), tree, Pointer.ROOT).orElseThrow();
        List<Violation> violations = new ArrayList<>(reader.violations());
        violations.addAll(new TimingRules(root).violations());
        violations.addAll(new VariantRules(catalog, root).violations());
        violations.addAll(new CriteriaRules(books, currencies, root).violations());
        violations.addAll(new LookRules(root).violations());
        return violations.isEmpty()
                ? new Validation.Valid<>(new SpecAssembly(catalog, defaults).assemble(root))
                : new Validation.Invalid<>(violations);
    }
}
