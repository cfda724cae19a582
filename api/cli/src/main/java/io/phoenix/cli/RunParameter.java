package io.phoenix.cli;

/** How every command describes the run that it is given. */
final class RunParameter {
    static final String DESCRIPTION = "Id of the run, its name (the latest run), or name/number.";

    private RunParameter() {}
}
