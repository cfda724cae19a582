package io.phoenix.workflow.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.workflow.experiment.Compensation;
import io.phoenix.workflow.experiment.Messages;
import io.phoenix.workflow.experiment.SignalNote;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhoenixDataConverterTest {
    private final DataConverter converter = PhoenixDataConverter.create();

    private Payload payload(Object message) {
        return converter.toPayload(message).orElseThrow();
    }

    private <T> T roundTrip(T message) {
        Class<?> type = message.getClass();
        @SuppressWarnings("unchecked")
        T back = (T) converter.fromPayload(payload(message), type, type);
        return back;
    }

    static Stream<Object> messages() {
        return Messages.all();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageComesBackAsItWas(Object message) {
        assertThat(roundTrip(message)).isEqualTo(message);
    }

    @Test
    void everyTypeOfEveryContractIsAmongTheMessages() {
        assertThat(Messages.types()).isSubsetOf(messages().map(Object::getClass).toList());
    }

    @Test
    void everyCompensationHasAName() {
        List<Class<?>> named = Arrays.asList(Compensation.class.getPermittedSubclasses());

        for (Class<?> type : named) {
            Object compensation = messages()
                    .filter(type::isInstance)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no example of " + type));
            Payload payload = payload(compensation);
            assertThat(converter.fromPayload(payload, Compensation.class, Compensation.class))
                    .isEqualTo(compensation);
        }
    }

    @Test
    void parametersKeepTheKindOfTheirNumbers() {
        PipelineRef ref = new PipelineRef(
                "process-topk-v1", Map.of("k", 20, "big", 5_000_000_000L, "share", 0.5, "whole", 2.0, "on", true));

        Map<String, Object> parameters = roundTrip(ref).parameters();

        assertThat(parameters)
                .containsEntry("k", 20)
                .containsEntry("big", 5_000_000_000L)
                .containsEntry("share", 0.5)
                .containsEntry("whole", 2.0)
                .containsEntry("on", true);
    }

    @Test
    void ignoresFieldsThatALaterVersionMayAdd() {
        Payload payload = payload(Map.of("by", "bob", "reason", "fine", "later", 1));

        assertThat(converter.fromPayload(payload, SignalNote.class, SignalNote.class))
                .isEqualTo(new SignalNote("bob", "fine"));
    }
}
