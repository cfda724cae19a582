package io.phoenix.activity.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.phoenix.domain.cost.PriceBookEntry;
import io.phoenix.domain.experiment.Pricing;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceBooksTest {
    @Test
    void everySpecWithoutABookCanBePriced() {
        assertThat(PriceBooks.shipped().ids()).containsAll(Pricing.DEFAULT_BOOKS);
    }

    @Test
    void findsEntriesByTheirId() {
        assertThat(PriceBooks.shipped().ids())
                .allSatisfy(id -> assertThat(PriceBooks.shipped().find(id))
                        .map(PriceBookEntry::id)
                        .contains(id));
        assertThat(PriceBooks.shipped().find("unknown")).isEmpty();
    }

    @Test
    void refusesOneIdTwice() {
        PriceBookEntry entry = PriceBooks.shipped().find("grafana-cloud").orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceBooks(List.of(entry, entry)))
                .withMessage("entries has 'grafana-cloud' twice");
    }
}
