package io.phoenix.store;

import io.phoenix.domain.experiment.Experiment;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.InvalidInputException;
import io.phoenix.error.Violation;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Where a page of experiments ended; opaque to callers. */
record ExperimentCursor(Instant createdAt, UUID id) {
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    static ExperimentCursor after(Experiment last) {
        return new ExperimentCursor(last.createdAt(), last.ref().experiment().value());
    }

    String encode() {
        byte[] text = (createdAt + "|" + id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** @throws InvalidInputException {@code invalid_request} when it is not a cursor of ours */
    static ExperimentCursor decode(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int bar = text.indexOf('|');
            if (bar < 0) {
                throw new IllegalArgumentException("no bar");
            }
            Instant createdAt = Instant.parse(text.substring(0, bar));
            if (createdAt.isBefore(Instant.EPOCH) || createdAt.isAfter(LATEST)) {
                throw new IllegalArgumentException("no time of a list");
            }
            return new ExperimentCursor(createdAt, UUID.fromString(text.substring(bar + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidInputException(
                    ErrorCode.INVALID_REQUEST,
                    List.of(new Violation(
                            "/cursor",
                            "syntax",
                            "the cursor is not one that a list has answered: leave it out to start")));
        }
    }
}
