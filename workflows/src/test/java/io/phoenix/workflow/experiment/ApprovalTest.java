package io.phoenix.workflow.experiment;

import static io.phoenix.workflow.experiment.ExperimentEngine.command;
import static io.phoenix.workflow.experiment.ExperimentEngine.refusal;
import static io.phoenix.workflow.experiment.Plans.ALICE;
import static io.phoenix.workflow.experiment.Plans.BOB;
import static io.phoenix.workflow.experiment.Plans.aPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.Command;
import io.phoenix.domain.experiment.CommandDecision;
import io.phoenix.domain.experiment.CommandKind;
import io.phoenix.domain.experiment.ExperimentHead;
import io.phoenix.domain.experiment.Outcome;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.tenant.AuditEntry;
import io.temporal.client.WorkflowUpdateException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ApprovalTest {
    @AutoClose
    private final ExperimentEngine engine = new ExperimentEngine();

    private final Fakes fakes = engine.fakes;

    private void waitForApproval(Plans plan) {
        engine.start(plan);
        engine.reach(Phase.AWAITING_APPROVAL);
    }

    @Test
    void promotesWhatAPersonApproves() {
        waitForApproval(aPlan().manual());

        CommandDecision decision = engine.workflow().approve(command(CommandKind.APPROVE, BOB));

        assertThat(decision).isEqualTo(CommandDecision.accepted("approved by bob"));
        ExperimentHead head = engine.end();
        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(head.outcomeReason()).isEqualTo("approved");
        assertThat(fakes.audits)
                .extracting(AuditEntry::actor, AuditEntry::action)
                .contains(org.assertj.core.groups.Tuple.tuple(BOB, "experiment.approve"));
    }

    @Test
    void keepsTheTargetWhenAPersonRejects() {
        waitForApproval(aPlan().manual());

        engine.workflow().reject(command(CommandKind.REJECT, BOB));

        ExperimentHead head = engine.end();
        assertThat(head.phase()).isEqualTo(Phase.COMPLETED);
        assertThat(head.verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(head.outcomeReason()).isEqualTo("rejected");
        assertThat(fakes.calls).doesNotContain("promote");
    }

    @Test
    void rejectsWhenNobodyDecidesInTime() {
        ExperimentHead head = engine.run(aPlan().manual());

        assertThat(head.outcome()).isEqualTo(Outcome.NOT_PROMOTED);
        assertThat(head.outcomeReason()).isEqualTo("approval_timed_out");
    }

    @Test
    void approvesByDefaultWhenThePolicySaysSo() {
        ExperimentHead head = engine.run(aPlan().manual().approvedByDefault());

        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(head.outcomeReason()).isEqualTo("approved_by_default");
    }

    @Test
    void neverApprovesASuspiciousSavingByDefault() {
        fakes.analyze = request -> Fakes.summary(Verdict.PROMOTE, true, false);

        ExperimentHead head = engine.run(aPlan().approvedByDefault());

        assertThat(fakes.phases()).contains("AWAITING_APPROVAL");
        assertThat(head.outcomeReason()).isEqualTo("approval_timed_out");
    }

    @Test
    void wantsAnotherPersonUnderFourEyes() {
        waitForApproval(aPlan().manual().underFourEyes());

        assertThat(refusal(() -> engine.workflow().approve(command(CommandKind.APPROVE, ALICE))))
                .isEqualTo("four_eyes");
        assertThat(refusal(() -> engine.workflow().approve(command(CommandKind.APPROVE, Command.UNVERIFIED))))
                .isEqualTo("four_eyes");
        assertThat(engine.workflow().approve(command(CommandKind.APPROVE, BOB)).accepted())
                .isTrue();
        assertThat(engine.end().outcome()).isEqualTo(Outcome.PROMOTED);
    }

    @Test
    void takesNoApprovalBeforeItWaitsForOne() {
        engine.start(aPlan().manual());
        engine.reach(Phase.RUNNING);

        assertThat(refusal(() -> engine.workflow().approve(command(CommandKind.APPROVE, BOB))))
                .isEqualTo("not_awaiting_approval");
        assertThat(refusal(() -> engine.workflow().reject(command(CommandKind.REJECT, BOB))))
                .isEqualTo("not_awaiting_approval");
    }

    @Test
    void answersTheSameCommandTheSameWay() {
        waitForApproval(aPlan().manual());
        Command approve = command(CommandKind.APPROVE, BOB);

        CommandDecision first = engine.workflow().approve(approve);
        CommandDecision second = engine.workflow().approve(approve);

        assertThat(second).isEqualTo(first);
        engine.end();
        assertThat(fakes.audits)
                .filteredOn(entry -> entry.action().equals("experiment.approve"))
                .hasSize(1);
    }

    @Test
    void namesTheWinnerToWhoeverComesLater() {
        waitForApproval(aPlan().manual());
        engine.workflow().reject(command(CommandKind.REJECT, BOB));

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> engine.workflow().approve(command(CommandKind.APPROVE, "carol")))
                .isInstanceOf(WorkflowUpdateException.class)
                .cause()
                .hasMessageContaining("already rejected by bob")
                .hasMessageContaining("already_decided");
        assertThat(refusal(() -> engine.workflow().abort(command(CommandKind.ABORT, "carol"))))
                .isEqualTo("already_decided");
    }

    @Test
    void takesASignalFromTheEnginesOwnTools() {
        waitForApproval(aPlan().manual());

        engine.stub().signal("approve", new SignalNote(BOB, "looks right"));

        ExperimentHead head = engine.end();
        assertThat(head.outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(fakes.audits)
                .filteredOn(entry -> entry.action().equals("experiment.approve"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo(Command.UNVERIFIED))
                .satisfies(entry -> assertThat(entry.details()).containsEntry("reason", "looks right (says bob)"));
    }

    @Test
    void takesASignalWithoutAnArgument() {
        waitForApproval(aPlan().manual());

        engine.stub().signal("reject");

        assertThat(engine.end().outcomeReason()).isEqualTo("rejected");
    }

    @Test
    void ignoresASignalWhereAVerifiedPersonIsNeeded() {
        waitForApproval(aPlan().manual().underFourEyes());

        engine.stub().signal("approve", new SignalNote(null, null));

        assertThat(engine.end().outcomeReason()).isEqualTo("approval_timed_out");
        assertThat(fakes.types()).contains("signal_ignored");
    }

    @Test
    void ignoresSignalsThatTheExperimentDoesNotTake() {
        waitForApproval(aPlan().manual().withoutEngineSignals());

        engine.stub().signal("approve");

        assertThat(engine.end().outcomeReason()).isEqualTo("approval_timed_out");
        assertThat(fakes.types()).contains("signal_ignored");
    }

    @Test
    void ignoresASignalInAnotherPhase() {
        engine.start(aPlan());
        engine.reach(Phase.RUNNING);

        engine.stub().signal("approve");

        assertThat(engine.end().outcome()).isEqualTo(Outcome.PROMOTED);
        assertThat(fakes.projections)
                .filteredOn(projection -> projection.type().equals("signal_ignored"))
                .singleElement()
                .satisfies(ignored -> {
                    assertThat(ignored.note()).startsWith("signal approve ignored: ");
                    assertThat(ignored.head().message()).doesNotContain("ignored");
                });
    }
}
