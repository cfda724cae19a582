package io.phoenix.domain.experiment;

import io.phoenix.domain.measurement.Metric;
import io.phoenix.domain.shape.NearestName;
import io.phoenix.domain.shape.Part;
import io.phoenix.domain.shape.Pointer;
import io.phoenix.error.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rules between criteria, metrics and price books. */
final class CriteriaRules {
    private static final Set<Metric> COUNTED =
            EnumSet.of(Metric.DROPPED_POINTS, Metric.REFUSED_POINTS, Metric.SEND_FAILURES);

    private final Set<String> knownBooks;
    private final Map<String, String> currencies;
    private final Part criteria;
    private final Part pricing;
    private final List<Violation> violations = new ArrayList<>();

    /** @param currencies by book; a book that is not in it is not asked for its currency */
    CriteriaRules(Set<String> knownBooks, Map<String, String> currencies, Part root) {
        this.knownBooks = new TreeSet<>(knownBooks);
        this.currencies = currencies;
        this.criteria = root.partOrEmpty("criteria");
        this.pricing = root.partOrEmpty("pricing");
    }

    List<Violation> violations() {
        violations.clear();
        uniqueMetrics("goals");
        uniqueMetrics("guardrails");
        criteria.parts("guardrails").forEach(this::limitFitsMetric);
        unique(criteria.at("criticalProcesses"), criteria.items("criticalProcesses"));
        Long looks = criteria.whole("looks");
        if (looks != null && looks == 1 && criteria.has("futility")) {
            refuse(
                    criteria.at("futility"),
                    "without_looks",
                    "a run with one look cannot end before it, so write looks of 2 or more, or leave futility out");
        }
        books();
        return List.copyOf(violations);
    }

    private void uniqueMetrics(String list) {
        Set<String> seen = new HashSet<>();
        for (Part item : criteria.parts(list)) {
            String metric = item.text("metric");
            // A limit of single samples is another statement than one of the mean.
            String subject = metric + (item.has("maximumValue") ? " at most" : "");
            if (metric != null && !seen.add(subject)) {
                refuse(item.at("metric"), "duplicate", "'" + metric + "' stands here twice, keep one of them");
            }
        }
    }

    private void limitFitsMetric(Part guardrail) {
        String name = guardrail.text("metric");
        Metric metric = name == null ? null : Metric.byName(name).orElse(null);
        if (metric == null) {
            return;
        }
        if (guardrail.has("maximumValue") && COUNTED.contains(metric)) {
            refuse(
                    guardrail.at("maximumValue"),
                    "wrong_limit",
                    "'" + name + "' is counted over the run, so write maximum instead of maximumValue");
        }
        boolean ratio = metric.kind() == Metric.Kind.RATIO;
        String wrong = ratio ? "maximum" : "maximumIncrease";
        String right = ratio ? "maximumIncrease" : "maximum";
        if (guardrail.has(wrong) && !guardrail.has(right)) {
            String kind = ratio ? "as a ratio" : "by its difference";
            refuse(
                    guardrail.at(wrong),
                    "wrong_limit",
                    "'" + name + "' is compared " + kind + ", so write " + right + " instead of " + wrong);
        }
    }

    private void books() {
        Map<Integer, Object> priced = pricing.items("books");
        priced.forEach(
                (index, book) -> knownBook((String) book, pricing.at("books").child(index)));
        unique(pricing.at("books"), priced);
        Part saving = criteria.partOrEmpty("minimumMonthlySaving");
        String book = saving.text("book");
        if (knownBook(book, saving.at("book")) && pricing.has("books") && !priced.containsValue(book)) {
            refuse(saving.at("book"), "unpriced", "'" + book + "' is not priced here, add it to pricing.books");
        }
        currency(saving, book);
    }

    // A saving in another currency could never be compared, so that no candidate would ever be promoted.
    private void currency(Part saving, @Nullable String book) {
        String asked = saving.text("currency");
        String priced = book == null ? null : currencies.get(book);
        if (asked != null && priced != null && !asked.equals(priced)) {
            refuse(
                    saving.at("currency"),
                    "other_currency",
                    "'" + book + "' prices in " + priced + ", so write the amount in " + priced + " instead of "
                            + asked);
        }
    }

    private boolean knownBook(@Nullable String book, Pointer at) {
        if (book != null && !knownBooks.contains(book)) {
            refuse(
                    at,
                    "unknown_value",
                    "'" + book + "' is not a known price book: " + String.join(", ", knownBooks)
                            + NearestName.hint(book, knownBooks));
        }
        return book != null && knownBooks.contains(book);
    }

    private void unique(Pointer list, Map<Integer, Object> items) {
        Set<Object> seen = new HashSet<>();
        items.forEach((index, item) -> {
            if (!seen.add(item)) {
                refuse(list.child(index), "duplicate", "'" + item + "' stands here twice, keep one of them");
            }
        });
    }

    private void refuse(Pointer pointer, String code, String message) {
        violations.add(new Violation(pointer.text(), code, message));
    }
}
