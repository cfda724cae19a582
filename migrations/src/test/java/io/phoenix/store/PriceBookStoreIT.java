package io.phoenix.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.cost.PriceBookStore.Draft;
import io.phoenix.domain.cost.PriceBookStore.Own;
import io.phoenix.domain.tenant.TenantId;
import org.junit.jupiter.api.Test;

class PriceBookStoreIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final PostgresPriceBookStore BOOKS = new PostgresPriceBookStore(DATABASE.tenantSession());
    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final TenantId OTHER = new TenantId(TestDatabase.OTHER_TENANT);

    @Test
    void theLatestVersionIsInForce() {
        assertThat(BOOKS.save(TENANT, draft("splunk", "one"), null))
                .map(Own::version)
                .contains(1L);
        assertThat(BOOKS.save(TENANT, draft("splunk", "two"), 1L))
                .map(Own::version)
                .contains(2L);

        assertThat(BOOKS.find(TENANT, "splunk")).hasValueSatisfying(own -> {
            assertThat(own.document()).isEqualTo("two");
            assertThat(own.changedBy()).isEqualTo("owner");
        });
        assertThat(BOOKS.list(TENANT)).extracting(Own::id).contains("splunk");
    }

    @Test
    void whoHasNotSeenTheLatestVersionChangesNothing() {
        BOOKS.save(TENANT, draft("datadog", "one"), null);

        assertThat(BOOKS.save(TENANT, draft("datadog", "again"), null)).isEmpty();
        assertThat(BOOKS.save(TENANT, draft("datadog", "again"), 7L)).isEmpty();
        assertThat(BOOKS.remove(TENANT, "datadog", 7, "owner")).isFalse();
        assertThat(BOOKS.find(TENANT, "datadog")).map(Own::document).contains("one");
    }

    @Test
    void aRemovedEntryComesBackUnderAnotherVersion() {
        BOOKS.save(TENANT, draft("chronosphere", "one"), null);

        assertThat(BOOKS.remove(TENANT, "chronosphere", 1, "owner")).isTrue();
        assertThat(BOOKS.find(TENANT, "chronosphere")).isEmpty();
        assertThat(BOOKS.save(TENANT, draft("chronosphere", "old"), 1L)).isEmpty();
        assertThat(BOOKS.save(TENANT, draft("chronosphere", "new"), null))
                .map(Own::version)
                .contains(3L);
    }

    @Test
    void everyChangeLeavesAnAuditRow() {
        BOOKS.save(TENANT, draft("azure-monitor", "one"), null);
        BOOKS.remove(TENANT, "azure-monitor", 1, "somebody");

        assertThat(
                        DATABASE.query(
                                "SELECT action || ' ' || actor FROM audit_log WHERE resource = 'price_book/azure-monitor' ORDER BY at"))
                .containsExactly("price_book.save owner", "price_book.remove somebody");
    }

    @Test
    void anotherTenantSeesNothing() {
        BOOKS.save(TENANT, draft("new-relic", "one"), null);

        assertThat(BOOKS.find(OTHER, "new-relic")).isEmpty();
        assertThat(BOOKS.save(OTHER, draft("new-relic", "theirs"), null))
                .map(Own::version)
                .contains(1L);
        assertThat(BOOKS.find(TENANT, "new-relic")).map(Own::document).contains("one");
    }

    private static Draft draft(String id, String document) {
        return new Draft(id, document, "owner");
    }
}
