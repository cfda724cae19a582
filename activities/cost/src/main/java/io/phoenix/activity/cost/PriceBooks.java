package io.phoenix.activity.cost;

import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The price book: entries by id. Immutable and thread-safe. */
public final class PriceBooks {
    /** What the collectors' own CPU and memory cost; every net saving rests on it. */
    public static final String COMPUTE = "collector-compute";

    private static final List<String> SHIPPED_IDS = List.of(
            "datadog",
            "datadog-enterprise",
            "new-relic",
            "new-relic-data-plus",
            "grafana-cloud",
            "amazon-managed-prometheus",
            "google-managed-prometheus",
            "azure-monitor",
            "splunk",
            "splunk-host-enterprise",
            "splunk-host-standard",
            "chronosphere",
            COMPUTE);

    private static final PriceBooks SHIPPED =
            new PriceBooks(SHIPPED_IDS.stream().map(PriceBooks::shipped).toList());

    private final Map<String, PriceBookEntry> entries;

    /**
     * @param entries with different ids, in the order in which people see them
     */
    public PriceBooks(List<PriceBookEntry> entries) {
        Map<String, PriceBookEntry> byId = new LinkedHashMap<>();
        for (PriceBookEntry entry : entries) {
            if (byId.put(entry.id(), entry) != null) {
                throw new IllegalArgumentException("entries has '" + entry.id() + "' twice");
            }
        }
        this.entries = Collections.unmodifiableMap(byId);
    }

    /** The entries that come with Phoenix. */
    public static PriceBooks shipped() {
        return SHIPPED;
    }

    /** The same with this entry in the place of the one with its id; one with another id changes nothing. */
    public PriceBooks with(PriceBookEntry own) {
        return new PriceBooks(entries.values().stream()
                .map(entry -> entry.id().equals(own.id()) ? own : entry)
                .toList());
    }

    /** The same without the entry of this id. */
    public PriceBooks without(String id) {
        return new PriceBooks(entries.values().stream()
                .filter(entry -> !entry.id().equals(id))
                .toList());
    }

    public Set<String> ids() {
        return entries.keySet();
    }

    public Collection<PriceBookEntry> entries() {
        return entries.values();
    }

    public Optional<PriceBookEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** The text of an entry that comes with Phoenix, which is what an override starts from. */
    public static Optional<String> shippedText(String id) {
        return SHIPPED_IDS.contains(id) ? Optional.of(text(id)) : Optional.empty();
    }

    private static PriceBookEntry shipped(String id) {
        return PriceBookReader.read(text(id), 0).orThrow(ErrorCode.INTERNAL);
    }

    private static String text(String id) {
        String name = "price-books/" + id + ".yaml";
        try (InputStream stream = Objects.requireNonNull(PriceBooks.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
