package io.phoenix.workflow.codec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A record of one UUID, written as its text. */
abstract class UuidMixIn {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    UuidMixIn(UUID value) {}

    @JsonValue
    abstract UUID value();
}
