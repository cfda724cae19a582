package io.phoenix.store;

/** The roles that Phoenix has in its database; none is a superuser, none passes row level security by. */
public enum DatabaseRole {
    /** Owns the schema; migrations only. */
    OWNER("phoenix_owner"),
    /** Requests and activities, one tenant per transaction. */
    APP("phoenix_app"),
    /** Relay, reaper and repair: outbox, leases and heads of experiments only. */
    SYSTEM("phoenix_system");

    private final String roleName;

    DatabaseRole(String roleName) {
        this.roleName = roleName;
    }

    public String roleName() {
        return roleName;
    }
}
