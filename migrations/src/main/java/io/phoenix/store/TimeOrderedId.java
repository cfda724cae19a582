package io.phoenix.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Identifiers of version 7 of RFC 9562: 48 bits of milliseconds, then 74 random bits. */
final class TimeOrderedId {
    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrderedId() {}

    static UUID at(Instant time) {
        long version = 0x7000L;
        long high = (time.toEpochMilli() << 16) | version | (RANDOM.nextLong() & 0x0fffL);
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
