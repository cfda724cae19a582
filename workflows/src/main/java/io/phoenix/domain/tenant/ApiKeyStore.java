package io.phoenix.domain.tenant;

import java.util.Optional;

/** Keys of machines and people, stored hashed. Thread-safe. */
public interface ApiKeyStore {
    /** The owner of the key {@code phx_<id>_<secret>}, empty when unknown, revoked or expired; compared in constant time. */
    Optional<Principal> authenticate(String key);

    /** Stores a key of which only the hash is kept; the same id again replaces its hash. */
    void put(TenantId tenant, String key, String subject, String role);
}
