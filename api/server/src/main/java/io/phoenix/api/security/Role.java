package io.phoenix.api.security;

import java.util.List;

/** What a key may do; each role may do what the one before may. */
public final class Role {
    /** Reads. */
    public static final String VIEWER = "viewer";
    /** Starts experiments and decides on them. */
    public static final String OPERATOR = "operator";
    /** Removes experiments and changes targets by hand. */
    public static final String OWNER = "owner";

    private static final List<String> ASCENDING = List.of(VIEWER, OPERATOR, OWNER);

    private Role() {}

    /** The role and every lesser one; nothing for a role that is not known. */
    static List<String> granted(String role) {
        return ASCENDING.subList(0, ASCENDING.indexOf(role) + 1);
    }

    /** The greatest of the roles. */
    static String greatest(Iterable<String> roles) {
        String greatest = "";
        for (String role : roles) {
            greatest = ASCENDING.indexOf(role) > ASCENDING.indexOf(greatest) ? role : greatest;
        }
        return greatest;
    }
}
