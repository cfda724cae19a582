package io.phoenix.api.security;

import io.micronaut.security.authentication.Authentication;
import io.phoenix.domain.tenant.Principal;
import io.phoenix.domain.tenant.TenantId;
import java.util.Map;

/** The principal of a request, as the framework carries it. */
public final class Caller {
    private static final String TENANT = "tenant";

    private Caller() {}

    static Authentication authentication(Principal principal) {
        return Authentication.build(
                principal.subject(),
                Role.granted(principal.role()),
                Map.of(TENANT, principal.tenant().toString()));
    }

    public static Principal of(Authentication authentication) {
        return new Principal(
                tenant(authentication), authentication.getName(), Role.greatest(authentication.getRoles()));
    }

    public static TenantId tenant(Authentication authentication) {
        return TenantId.of(String.valueOf(authentication.getAttributes().get(TENANT)));
    }
}
