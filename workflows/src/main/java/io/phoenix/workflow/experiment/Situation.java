package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.Criteria;
import io.phoenix.domain.experiment.Phase;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a command meets.
 *
 * @param closing whether the end of the run is settled
 * @param winner terminal command that was accepted before
 * @param looked whether the data were looked at already
 * @param extensiblePoints grid points that may still be added
 */
record Situation(
        ExperimentPlan plan,
        Phase phase,
        boolean paused,
        boolean closing,
        @Nullable Command winner,
        boolean looked,
        int extensiblePoints) {

    /** Why the command is not taken; null when it is. */
    @Nullable
    Refusal refusal(CommandKind asked, Command command) {
        if (command.kind() != asked) {
            return new Refusal(
                    Refusal.Code.INVALID_REQUEST, "the command says " + command.kind() + ", it was sent as " + asked);
        }
        return switch (asked) {
            case APPROVE -> refusedApproval(command);
            case REJECT -> refusedDecision();
            case ABORT -> refusedAbort();
            case PAUSE -> refusedPause();
            case RESUME -> refusedResume();
            case EXTEND -> refusedExtension(command);
        };
    }

    private @Nullable Refusal refusedApproval(Command command) {
        Refusal refusal = refusedDecision();
        if (refusal != null || !plan.spec().decision().approval().fourEyes()) {
            return refusal;
        }
        if (command.actor().equals(Command.UNVERIFIED)) {
            return new Refusal(Refusal.Code.FOUR_EYES, "an approval under four eyes needs a verified person");
        }
        return command.actor().equals(plan.startedBy())
                ? new Refusal(
                        Refusal.Code.FOUR_EYES,
                        command.actor() + " started the experiment, somebody else has to approve it")
                : null;
    }

    private @Nullable Refusal refusedDecision() {
        if (winner != null) {
            return alreadyDecided(winner);
        }
        return phase == Phase.AWAITING_APPROVAL && !closing
                ? null
                : new Refusal(
                        Refusal.Code.NOT_AWAITING_APPROVAL,
                        "the experiment is " + phase + ", it does not wait for approval");
    }

    private @Nullable Refusal refusedAbort() {
        // An approval does not protect from an abort: before the promotion it is dropped, after it taken back.
        if (winner != null && winner.kind() != CommandKind.APPROVE) {
            return alreadyDecided(winner);
        }
        return closing
                ? new Refusal(Refusal.Code.ALREADY_DECIDED, "the run has ended already and is being cleaned up")
                : null;
    }

    private @Nullable Refusal refusedPause() {
        if (paused) {
            return new Refusal(Refusal.Code.ALREADY_PAUSED, "the experiment is paused already");
        }
        return refusedUnlessRunning();
    }

    private @Nullable Refusal refusedResume() {
        return paused ? null : new Refusal(Refusal.Code.NOT_PAUSED, "the experiment is not paused");
    }

    private @Nullable Refusal refusedExtension(Command command) {
        Refusal refusal = refusedUnlessRunning();
        if (refusal != null) {
            return refusal;
        }
        Criteria criteria = plan.spec().criteria();
        if (criteria.sequential()) {
            return new Refusal(
                    Refusal.Code.HORIZON_FIXED,
                    "the " + criteria.looks() + " looks of this run are spread over its maximum duration "
                            + Words.of(plan.spec().timing().maximumDuration())
                            + ", which it measures unless one of them ends it: it cannot be extended");
        }
        if (looked) {
            return new Refusal(
                    Refusal.Code.FIRST_LOOK_PASSED,
                    "the data were looked at already, more time would favour what was seen");
        }
        return refusedDuration(command.duration());
    }

    private @Nullable Refusal refusedDuration(@Nullable Duration duration) {
        Duration step = plan.spec().timing().step();
        if (duration == null || duration.compareTo(step) < 0) {
            return new Refusal(
                    Refusal.Code.INVALID_REQUEST,
                    "an extension needs a duration of one step (" + Words.of(step) + ") at least");
        }
        return Grid.stepsIn(duration, plan.spec().timing()) <= extensiblePoints
                ? null
                : new Refusal(
                        Refusal.Code.MAXIMUM_DURATION_EXCEEDED,
                        "an extension by " + Words.of(duration) + " goes beyond the maximum duration "
                                + Words.of(plan.spec().timing().maximumDuration()) + ", "
                                + Words.of(step.multipliedBy(extensiblePoints)) + " are left");
    }

    private @Nullable Refusal refusedUnlessRunning() {
        if (winner != null) {
            return alreadyDecided(winner);
        }
        return phase == Phase.RUNNING && !closing
                ? null
                : new Refusal(Refusal.Code.NOT_RUNNING, "the experiment is " + phase + ", it does not measure");
    }

    private static Refusal alreadyDecided(Command winner) {
        String verb = switch (winner.kind()) {
            case APPROVE -> "approved";
            case REJECT -> "rejected";
            default -> "aborted";
        };
        return new Refusal(Refusal.Code.ALREADY_DECIDED, "already " + verb + " by " + winner.actor());
    }
}
