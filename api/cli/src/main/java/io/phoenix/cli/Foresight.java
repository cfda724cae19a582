package io.phoenix.cli;

import io.phoenix.client.ConnectionException;
import io.phoenix.client.FieldError;
import io.phoenix.client.PhoenixClient;
import io.phoenix.client.PlanAdviceResponse;
import io.phoenix.client.PlanRequest;
import io.phoenix.client.PlanResponse;
import io.phoenix.client.ProblemException;
import io.phoenix.client.SpecDocument;
import java.io.PrintWriter;
import java.net.SocketTimeoutException;
import java.util.Set;

/**
 * Asks the planner before a start. Here and not where runs are taken: what a specification may say must not depend on
 * yesterday's run, or a repeated request would be taken one day and refused the next with nobody there to force it.
 */
final class Foresight {
    /** What changes the verdict's worth; the rest of the advice is for those who ask for a plan. */
    private static final Set<String> TOLD = Set.of(
            "UNREADABLE_RUNS",
            "UNDERPOWERED",
            "TOO_FEW_HOSTS",
            "TOO_CLOSE",
            "WRONG_SIDE",
            "MEMORY_UNKNOWN",
            "MEMORY_SUGGESTED",
            "MEMORY_TOO_SHORT");

    private static final String UNREADABLE = "unreadable";

    private final PrintWriter messages;

    Foresight(PrintWriter messages) {
        this.messages = messages;
    }

    /**
     * Whether nothing says that the run would most likely end undecided; says so otherwise. A planner that
     * fails is no reason to refuse what nobody found fault with.
     */
    boolean decides(PhoenixClient client, SpecDocument document) {
        try {
            return decides(client.plan(new PlanRequest(document.text(), null, null, null)));
        } catch (ConnectionException e) {
            if (!(e.getCause() instanceof SocketTimeoutException)) {
                throw e;
            }
            return unplanned(e);
        } catch (ProblemException e) {
            if (e.problem().status() < 500 && !e.problem().code().equals(UNREADABLE)) {
                throw e;
            }
            return unplanned(e);
        }
    }

    private boolean unplanned(RuntimeException failure) {
        note("nobody knows whether the run is long enough to decide: " + failure.getMessage());
        return true;
    }

    private boolean decides(PlanResponse plan) {
        if (plan.errors().isEmpty()) {
            plan.advice().stream()
                    .filter(advice -> TOLD.contains(advice.code()))
                    .map(PlanAdviceResponse::message)
                    .forEach(this::note);
            return true;
        }
        FailureHandler.tell(
                messages,
                "not started: by " + plan.pilot()
                        + " the run would most likely end undecided; start it all the same with --force");
        for (FieldError error : plan.errors()) {
            messages.println("  " + error.pointer() + "  " + error.message() + " (" + error.code() + ")");
        }
        messages.flush();
        return false;
    }

    private void note(String message) {
        messages.println("note: " + message);
        messages.flush();
    }
}
