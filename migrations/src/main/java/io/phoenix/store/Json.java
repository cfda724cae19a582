package io.phoenix.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.lang.reflect.Type;
import java.util.Map;

/** Documents in columns: records as JSON objects, durations and instants as ISO 8601 text, unknown fields ignored. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new FinalException(
                    ErrorCode.INTERNAL, value.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new FinalException(
                    ErrorCode.UNREADABLE,
                    "a stored " + name(type.getType())
                            + " was written by another version of Phoenix and cannot be read by this one",
                    e);
        }
    }

    private static String name(Type type) {
        return type instanceof Class<?> known ? known.getSimpleName() : "document";
    }

    static <T> T read(String json, Class<T> type) {
        return read(json, new TypeReference<>() {
            @Override
            public Type getType() {
                return type;
            }
        });
    }

    static Map<String, Object> readObject(String json) {
        return read(json, OBJECT);
    }
}
