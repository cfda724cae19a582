package io.phoenix.simulator.otlp;

/** What became of one offer of a message. */
public sealed interface Delivery {

    /** The receiver took the message, apart from the points it says it rejected. */
    record Accepted(long rejectedPoints, String message) implements Delivery {}

    /**
     * The receiver refused the message, or did not answer in time. In the latter case it may have taken it, which is why
     * it is never offered again.
     *
     * @param code the gRPC status code
     */
    record Failed(String code, String message) implements Delivery {}
}
