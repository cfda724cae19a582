package io.phoenix.client;

/** The server refused a request; {@link #problem()} says why. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemResponse problem;

    public ProblemException(ProblemResponse problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public ProblemResponse problem() {
        return problem;
    }
}
