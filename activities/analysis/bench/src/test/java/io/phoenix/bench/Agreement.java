package io.phoenix.bench;

/** A benchmark that compares two programs which compute different numbers compares nothing. */
final class Agreement {
    private static final double TOLERANCE = 1e-9;

    private Agreement() {}

    static void check(String what, double ours, double peer) {
        double difference = Math.abs(ours - peer);
        if (!(difference <= TOLERANCE * Math.max(1, Math.abs(peer)))) {
            throw new IllegalStateException(what + " is " + ours + ", the peer has " + peer);
        }
    }
}
