package io.phoenix.domain.cost;

import io.phoenix.domain.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tenant's own price book entries, which stand in for those that come with Phoenix. Thread-safe. */
public interface PriceBookStore {
    /** By id. */
    List<Override> list(TenantId tenant);

    Optional<Override> find(TenantId tenant, String id);

    /**
     * Stores the text, with an audit row.
     *
     * @param expected the version that its author has seen; null: there is none yet
     * @return the stored one; empty when the version is another by now
     */
    Optional<Override> save(TenantId tenant, Draft draft, @Nullable Long expected);

    /**
     * Goes back to the entry that comes with Phoenix, with an audit row.
     *
     * @return whether this version was there
     */
    boolean delete(TenantId tenant, String id, long expected, String actor);

    /**
     * What somebody wants to store.
     *
     * @param document the valid text of an entry, YAML or JSON
     */
    record Draft(String id, String document, String actor) {}

    /**
     * What is stored.
     *
     * @param version from 1, one more with every change
     */
    record Override(String id, String document, long version, String changedBy, Instant changedAt) {}
}
