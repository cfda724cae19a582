package io.phoenix.workflow.experiment;

import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.DecisionPolicy;
import io.phoenix.domain.experiment.Phase;
import java.time.Instant;

/** A person's decision on a winner, or the default when nobody decides in time. */
final class Approval {
    private final DecisionPolicy policy;
    private final TimeScale scale;
    private final Run run;
    private final Commands commands;

    Approval(RunParts parts) {
        this.policy = parts.plan().spec().decision();
        this.scale = parts.scale();
        this.run = parts.run();
        this.commands = parts.commands();
    }

    /** Whether a winner may be promoted by the policy alone. */
    boolean needed(AnalysisSummary summary) {
        return policy.promotion() == DecisionPolicy.Promotion.MANUAL || summary.suspicious();
    }

    /** The command that decided, of a person or by default. */
    Command await(AnalysisSummary summary) {
        Instant deadline = Waits.now().plus(scale.wait(policy.approval().deadline()));
        run.enter(
                Phase.AWAITING_APPROVAL,
                "waiting for approval until " + Words.of(deadline)
                        + (summary.suspicious() ? ", the saving is suspiciously high" : ""));
        CommandKind fallback = fallback(summary);
        run.expect("without a decision the default applies: " + fallback.lowerCaseName(), deadline);
        if (!Waits.until(deadline, "wait for approval", () -> commands.winner().isPresent())) {
            commands.decideByDefault(fallback, "nobody decided in time");
        }
        return commands.winner().orElseThrow();
    }

    /** Silence approves only what needs no person: neither four eyes nor a look at a suspicious saving. */
    private CommandKind fallback(AnalysisSummary summary) {
        DecisionPolicy.Approval approval = policy.approval();
        boolean approves = approval.onTimeout() == DecisionPolicy.TimeoutAction.APPROVE
                && !approval.fourEyes()
                && !summary.suspicious();
        return approves ? CommandKind.APPROVE : CommandKind.REJECT;
    }
}
