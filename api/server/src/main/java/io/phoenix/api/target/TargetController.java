package io.phoenix.api.target;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.phoenix.api.problem.InvalidValue;
import io.phoenix.api.request.IdempotencyKey;
import io.phoenix.api.security.Caller;
import io.phoenix.api.security.Role;
import io.phoenix.client.RollbackRequest;
import io.phoenix.client.TargetHistoryResponse;
import io.phoenix.client.TargetListResponse;
import io.phoenix.client.TargetResponse;
import io.phoenix.domain.target.Target;
import io.phoenix.domain.target.TargetStore;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Targets: what runs there, what ran before, and the way back. */
@Tag(name = "targets")
@Controller("/api/v1/targets")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.VIEWER)
public final class TargetController {
    private final TargetStore targets;
    private final Rollbacks rollbacks;

    TargetController(TargetStore targets, Rollbacks rollbacks) {
        this.targets = targets;
        this.rollbacks = rollbacks;
    }

    @Get
    @Operation(summary = "List targets")
    TargetListResponse list(Authentication caller) {
        return new TargetListResponse(targets.list(Caller.tenant(caller)).stream()
                .sorted(Comparator.comparing(Target::name))
                .map(this::response)
                .toList());
    }

    @Get("/{name}")
    @Operation(summary = "Read a target")
    TargetResponse read(Authentication caller, String name) {
        return response(required(Caller.tenant(caller), name));
    }

    @Get("/{name}/history")
    @Operation(summary = "Read every generation of a target", description = "Newest first.")
    TargetHistoryResponse history(Authentication caller, String name) {
        Target target = required(Caller.tenant(caller), name);
        return new TargetHistoryResponse(targets.history(target.tenant(), name).stream()
                .map(TargetMapper::of)
                .sorted((one, other) -> Long.compare(other.generation(), one.generation()))
                .toList());
    }

    @Post("/{name}/rollback")
    @Secured(Role.OWNER)
    @Operation(
            summary = "Run the pipeline of an earlier generation again",
            description = "It becomes active under the next generation.")
    TargetResponse rollBack(
            Authentication caller,
            String name,
            @Body RollbackRequest rollback,
            @Nullable @Header(IdempotencyKey.HEADER) String idempotencyKey) {
        IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
        Target target = required(Caller.tenant(caller), name);
        requireEarlier(target, rollback.generation());
        return response(rollbacks.rollBack(Caller.of(caller), target, rollback.generation(), key));
    }

    private void requireEarlier(Target target, long generation) {
        boolean earlier = generation < target.generation()
                && targets.history(target.tenant(), target.name()).stream()
                        .anyMatch(entry -> entry.generation() == generation);
        if (!earlier) {
            String message = "generation is " + generation + ", " + target.name() + " runs generation "
                    + target.generation() + ": name an earlier one from its history";
            throw InvalidValue.of("generation", "not_earlier", message);
        }
    }

    private Target required(TenantId tenant, String name) {
        return targets.find(tenant, name)
                .orElseThrow(() -> new FinalException(ErrorCode.NOT_FOUND, "there is no target with this name"));
    }

    private TargetResponse response(Target target) {
        return TargetMapper.of(target, targets.holder(target.tenant(), target.name()));
    }
}
