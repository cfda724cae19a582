package io.phoenix.activity.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.cost.PriceBookStore;
import io.phoenix.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TenantPricesTest {
    private static final String OWN = PriceBooks.shippedText("splunk")
            .orElseThrow()
            .replace("unit: 1\n", "unit: 1\n    tiers: [{price: 0.25}]\n");

    @Test
    void theTenantsOwnEntryHoldsUnderItsVersion() {
        PriceBooks books = of(new PriceBookStore.Own("splunk", OWN, 4, "olga", Instant.EPOCH));

        assertThat(books.find("splunk")).map(PriceBookEntry::version).contains("2026-11-21-own.4");
        assertThat(books.ids()).isEqualTo(PriceBooks.shipped().ids());
    }

    @Test
    void anOwnEntryThatCannotBeReadHasNoPriceAndLeavesTheOthersAlone() {
        PriceBooks books = of(
                new PriceBookStore.Own("datadog", "schema: of another time", 1, "olga", Instant.EPOCH),
                new PriceBookStore.Own("splunk", OWN, 1, "olga", Instant.EPOCH));

        assertThat(books.find("datadog")).isEmpty();
        assertThat(books.find("splunk"))
                .hasValueSatisfying(entry -> assertThat(entry.model().priced()).isTrue());
        assertThat(books.find("grafana-cloud")).isPresent();
    }

    private static PriceBooks of(PriceBookStore.Own... own) {
        return new TenantPrices(PriceBooks.shipped(), new Kept(List.of(own))).of(TenantId.DEFAULT);
    }

    /** Holds what it was given. */
    private record Kept(List<Own> all) implements PriceBookStore {
        @Override
        public List<Own> list(TenantId tenant) {
            return all;
        }

        @Override
        public Optional<Own> find(TenantId tenant, String id) {
            return all.stream().filter(own -> own.id().equals(id)).findFirst();
        }

        @Override
        public Optional<Own> save(TenantId tenant, Draft draft, @Nullable Long expected) {
            throw new UnsupportedOperationException("a price book is only read here");
        }

        @Override
        public boolean remove(TenantId tenant, String id, long expected, String actor) {
            throw new UnsupportedOperationException("a price book is only read here");
        }
    }
}
