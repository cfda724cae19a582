package io.phoenix.api.experiment;

import io.micronaut.http.MediaType;
import io.phoenix.api.SubmissionConfig;
import io.phoenix.api.problem.Problems;
import io.phoenix.api.relay.RelaySignal;
import io.phoenix.api.request.IdempotencyKey;
import io.phoenix.client.ValidateResponse;
import io.phoenix.domain.experiment.ExperimentSpec;
import io.phoenix.domain.experiment.ExperimentSpecWriter;
import io.phoenix.domain.experiment.ExperimentStore;
import io.phoenix.domain.experiment.Submission;
import io.phoenix.domain.experiment.Submitted;
import io.phoenix.domain.tenant.Principal;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.Validation;
import io.phoenix.error.Violation;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** New runs: read, stored in one transaction, and the relay told. */
@Singleton
final class Submissions {
    private final SpecIntake intake;
    private final ExperimentStore experiments;
    private final RelaySignal relay;
    private final SubmissionConfig config;

    Submissions(SpecIntake intake, ExperimentStore experiments, RelaySignal relay, SubmissionConfig config) {
        this.intake = intake;
        this.experiments = experiments;
        this.relay = relay;
        this.config = config;
    }

    Submitted submit(Principal caller, byte[] body, Optional<MediaType> type, IdempotencyKey key) {
        ExperimentSpec spec = intake.read(caller.tenant(), body, type).orThrow(ErrorCode.INVALID_SPEC);
        Submitted submitted = experiments.submit(new Submission(
                caller.tenant(),
                spec,
                caller.subject(),
                key.value(),
                IdempotencyKey.digest(body),
                config.timeScale(),
                Instant.now().truncatedTo(ChronoUnit.MICROS)));
        relay.nudge();
        return submitted;
    }

    ValidateResponse check(Principal caller, byte[] body, Optional<MediaType> type) {
        return switch (intake.read(caller.tenant(), body, type)) {
            case Validation.Valid<ExperimentSpec>(ExperimentSpec spec) ->
                new ValidateResponse(true, List.of(), ExperimentSpecWriter.tree(spec));
            case Validation.Invalid<ExperimentSpec>(List<Violation> violations) ->
                new ValidateResponse(false, Problems.errors(violations), null);
        };
    }
}
