package io.phoenix.domain.cost;

import io.phoenix.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tenant's own price book entries, which stand in for those that come with Phoenix. Thread-safe; every change is kept, with
 * its audit row.
 */
public interface PriceBookStore {
    /** By id. */
    List<Own> list(TenantId tenant);

    Optional<Own> find(TenantId tenant, String id);

    /**
     * Stores the text under the next version.
     *
     * @param expected the version that its author has seen; null: there is none
     * @return the stored one; empty when there is another version by now
     */
    Optional<Own> save(TenantId tenant, Draft draft, @Nullable Long expected);

    /**
     * Goes back to the entry that comes with Phoenix.
     *
     * @return whether this version was the one in force
     */
    boolean remove(TenantId tenant, String id, long expected, String actor);

    /**
     * What somebody wants to store.
     *
     * @param document the valid text of an entry, YAML or JSON
     */
    record Draft(String id, String document, String actor) {}

    /**
     * What is in force.
     *
     * @param version from 1, more with every change
     */
    record Own(String id, String document, long version, String changedBy, Instant changedAt) {}
}
