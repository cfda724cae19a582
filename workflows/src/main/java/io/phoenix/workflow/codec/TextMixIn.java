package io.phoenix.workflow.codec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A record of one text, written as that text. */
abstract class TextMixIn {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    TextMixIn(String value) {}

    @JsonValue
    abstract String value();
}
