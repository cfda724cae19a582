package io.phoenix.workflow.experiment;

/** Where work waits for workers. */
public final class TaskQueues {
    /** Workflows, and activities that any worker can do. */
    public static final String EXPERIMENTS = "phoenix-experiments";

    private static final String LOCAL_PREFIX = "phoenix-local-";

    private TaskQueues() {}

    /** Activities that touch processes of one machine. */
    public static String local(String installation) {
        return LOCAL_PREFIX + installation;
    }
}
