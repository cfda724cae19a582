package io.phoenix.local.endtoend;

/** What a command has said. */
record Answer(int code, String out, String err) {
    @Override
    public String toString() {
        return "exit code %d%n--- stdout%n%s%n--- stderr%n%s".formatted(code, out, err);
    }
}
