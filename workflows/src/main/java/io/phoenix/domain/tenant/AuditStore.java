package io.phoenix.domain.tenant;

/** Who did what, append only. Thread-safe; every call is one transaction. */
public interface AuditStore {
    /** Appends the entry once per entry id. */
    void append(AuditEntry entry);
}
