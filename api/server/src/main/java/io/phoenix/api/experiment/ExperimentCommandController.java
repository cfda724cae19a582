package io.phoenix.api.experiment;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.phoenix.api.problem.RequestException;
import io.phoenix.api.request.IdempotencyKey;
import io.phoenix.api.security.Caller;
import io.phoenix.api.security.Role;
import io.phoenix.client.CommandRequest;
import io.phoenix.client.CommandResponse;
import io.phoenix.domain.experiment.CommandDecision;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.CommandStore;
import io.phoenix.domain.experiment.Experiment;
import io.phoenix.domain.experiment.StoredCommand;
import io.phoenix.domain.tenant.Principal;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Commands to running experiments: 200 when the workflow took it, 409 naming what won when it did not, 202 when it has not
 * spoken in time.
 */
@Tag(name = "commands")
@Controller(ExperimentController.PATH + "/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Role.OPERATOR)
public final class ExperimentCommandController {
    private final ExperimentFinder finder;
    private final ExperimentCommands commands;
    private final CommandStore stored;

    ExperimentCommandController(ExperimentFinder finder, ExperimentCommands commands, CommandStore stored) {
        this.finder = finder;
        this.commands = commands;
        this.stored = stored;
    }

    @Post("/approve")
    @Operation(summary = "Promote the winner that waits for approval")
    HttpResponse<CommandResponse> approve(
            Authentication caller,
            String id,
            @Nullable @Body CommandRequest command,
            @Nullable @Header(IdempotencyKey.HEADER) String idempotencyKey) {
        return take(caller, id, CommandKind.APPROVE, command, idempotencyKey);
    }

    @Post("/reject")
    @Operation(summary = "Refuse the winner that waits for approval")
    HttpResponse<CommandResponse> reject(
            Authentication caller,
            String id,
            @Nullable @Body CommandRequest command,
            @Nullable @Header(IdempotencyKey.HEADER) String idempotencyKey) {
        return take(caller, id, CommandKind.REJECT, command, idempotencyKey);
    }

    @Post("/abort")
    @Operation(summary = "End the experiment and leave the target as it was")
    HttpResponse<CommandResponse> abort(
            Authentication caller,
            String id,
            @Nullable @Body CommandRequest command,
            @Nullable @Header(IdempotencyKey.HEADER) String idempotencyKey) {
        return take(caller, id, CommandKind.ABORT, command, idempotencyKey);
    }

    @Post("/pause")
    @Operation(summary = "Measure nothing until resumed")
    HttpResponse<CommandResponse> pause(
            Authentication caller,
            String id,
            @Nullable @Body CommandRequest command,
            @Nullable @Header(IdempotencyKey.HEADER) String idempotencyKey) {
        return take(caller, id, CommandKind.PAUSE, command, idempotencyKey);
    }

    @Post("/resume")
    @Operation(summary = "Go on after a pause")
    HttpResponse<CommandResponse> resume(
            Authentication caller,
            String id,
            @Nullable @Body CommandRequest command,
            @Nullable @Header(IdempotencyKey.HEADER) String idempotencyKey) {
        return take(caller, id, CommandKind.RESUME, command, idempotencyKey);
    }

    @Post("/extend")
    @Operation(summary = "Measure for longer", description = "Only before the first look at the data.")
    HttpResponse<CommandResponse> extend(
            Authentication caller,
            String id,
            @Nullable @Body CommandRequest command,
            @Nullable @Header(IdempotencyKey.HEADER) String idempotencyKey) {
        return take(caller, id, CommandKind.EXTEND, command, idempotencyKey);
    }

    @Get("/commands/{commandId}")
    @Secured(Role.VIEWER)
    @Operation(summary = "Read what became of a command")
    CommandResponse command(Authentication caller, String id, UUID commandId) {
        Experiment experiment = finder.required(Caller.tenant(caller), id);
        return stored.find(Caller.tenant(caller), experiment.ref().experiment(), commandId)
                .map(found -> CommandMapper.of(experiment, found))
                .orElseThrow(() -> new FinalException(ErrorCode.NOT_FOUND, "there is no command with this id"));
    }

    private HttpResponse<CommandResponse> take(
            Authentication authentication,
            String id,
            CommandKind kind,
            @Nullable CommandRequest request,
            @Nullable String idempotencyKey) {
        IdempotencyKey key = IdempotencyKey.required(idempotencyKey);
        Principal caller = Caller.of(authentication);
        Experiment experiment = finder.required(caller.tenant(), id);
        CommandRequest given = request == null ? new CommandRequest(null, null) : request;
        boolean repeated = commands.known(caller, experiment, key);
        MutableHttpResponse<CommandResponse> answer =
                answer(experiment, commands.submit(caller, experiment, kind, given, key));
        return repeated ? answer.header(IdempotencyKey.REPLAYED, "true") : answer;
    }

    private static MutableHttpResponse<CommandResponse> answer(Experiment experiment, StoredCommand command) {
        CommandResponse body = CommandMapper.of(experiment, command);
        CommandDecision decision = command.decision();
        if (decision == null) {
            return HttpResponse.<CommandResponse>accepted(
                            URI.create(ExperimentController.PATH + "/" + body.experiment() + "/commands/" + body.id()))
                    .body(body);
        }
        if (!decision.accepted()) {
            throw RequestException.refused(Objects.requireNonNullElse(decision.code(), "conflict"), decision.message());
        }
        return HttpResponse.ok(body);
    }
}
