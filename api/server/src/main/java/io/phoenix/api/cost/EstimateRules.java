package io.phoenix.api.cost;

import io.phoenix.activity.cost.PriceBooks;
import io.phoenix.client.CostEstimateRequest;
import io.phoenix.client.VolumeRequest;
import io.phoenix.domain.cost.Dimension;
import io.phoenix.domain.cost.Level;
import io.phoenix.domain.cost.Volume;
import io.phoenix.domain.shape.NearestName;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.InvalidInputException;
import io.phoenix.error.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request for an estimate must be. */
final class EstimateRules {
    private static final int MOST_DIGITS = 100;
    private static final BigDecimal MOST = new BigDecimal("1e18");

    private final PriceBooks books;
    private final List<Violation> violations = new ArrayList<>();

    EstimateRules(PriceBooks books) {
        this.books = books;
    }

    /** @throws InvalidInputException with every mistake */
    void check(CostEstimateRequest request) {
        violations.clear();
        if ((request.experiment() == null) == (request.volume() == null)) {
            refuse("", "exactly_one", "exactly one of experiment and volume is needed");
        }
        if (request.hosts() != null && (request.hosts() < 1 || request.hosts() > CostEstimateRequest.MOST_HOSTS)) {
            refuse(
                    "/hosts",
                    "minimum",
                    "hosts is " + request.hosts() + ", expected 1 to " + CostEstimateRequest.MOST_HOSTS);
        }
        if (request.hosts() != null && request.volume() != null) {
            refuse("/hosts", "unsupported", "a volume is not extrapolated, write its own hosts in volume.hosts");
        }
        for (int i = 0; i < request.books().size(); i++) {
            book(request.books().get(i), i);
        }
        if (request.volume() != null) {
            amounts(request.volume()).forEach(this::amount);
            counted(request.volume(), request.books());
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException(ErrorCode.INVALID_REQUEST, violations);
        }
    }

    private void book(@Nullable String id, int index) {
        if (id == null) {
            refuse("/books/" + index, "required", "books has null, expected ids such as datadog");
        } else if (books.find(id).isEmpty()) {
            refuse(
                    "/books/" + index,
                    "unknown_value",
                    "'" + id + "' is not a known price book: " + String.join(", ", books.ids())
                            + NearestName.hint(id, books.ids()));
        }
    }

    /** What is left out would be billed as nothing. */
    private void counted(VolumeRequest volume, List<@Nullable String> asked) {
        if (volume.activeSeries() == null) {
            needed("activeSeries", asked, Set.of(Dimension.LIVE_SERIES, Dimension.SERIES_OVER_TIME));
        }
        if (volume.samplesPerMinute() == null) {
            needed("samplesPerMinute", asked, Set.of(Dimension.SAMPLES, Dimension.BYTES));
        }
    }

    private void needed(String name, List<@Nullable String> asked, Set<Dimension> dimensions) {
        books.entries().stream()
                .filter(entry -> asked.isEmpty() || asked.contains(entry.id()))
                .filter(entry -> entry.model().counts(dimensions))
                .findFirst()
                .ifPresent(entry -> refuse(
                        "/volume/" + name,
                        "required",
                        name + " is missing, which '" + entry.id() + "' bills: give 0 if there are none"));
    }

    private void amount(String name, @Nullable BigDecimal value) {
        if (value != null && value.scale() > MOST_DIGITS) {
            refuse("/volume/" + name, "maximum", name + " has more than " + MOST_DIGITS + " digits after the point");
        }
        if (value != null && (value.signum() < 0 || value.compareTo(MOST) > 0)) {
            refuse("/volume/" + name, "minimum", name + " is " + value + ", expected 0 to 1e18");
        }
    }

    private void refuse(String pointer, String code, String message) {
        violations.add(new Violation(pointer, code, message));
    }

    private static Map<String, @Nullable BigDecimal> amounts(VolumeRequest volume) {
        Map<String, @Nullable BigDecimal> amounts = new LinkedHashMap<>();
        amounts.put("activeSeries", volume.activeSeries());
        amounts.put("samplesPerMinute", volume.samplesPerMinute());
        amounts.put("seriesAddedPerHour", volume.seriesAddedPerHour());
        amounts.put("queriedSamplesPerMonth", volume.queriedSamplesPerMonth());
        amounts.put("hosts", volume.hosts());
        amounts.put("cores", volume.cores());
        amounts.put("gibibytes", volume.gibibytes());
        return amounts;
    }

    static Volume volume(VolumeRequest asked) {
        BigDecimal samples = orZero(asked.samplesPerMinute());
        return new Volume(
                new Volume.Series(Level.constant(orZero(asked.activeSeries())), orZero(asked.seriesAddedPerHour())),
                new Volume.Samples(Level.constant(samples), samples, orZero(asked.queriedSamplesPerMonth())),
                new Volume.Collectors(orZero(asked.cores()), orZero(asked.gibibytes())),
                orZero(asked.hosts()));
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
