package io.phoenix.workflow.codec;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.phoenix.domain.experiment.ExperimentId;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.workflow.experiment.Compensation;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;

/**
 * The data converter of every client and worker of Phoenix. Unknown fields are ignored, so that a payload may gain fields
 * while runs are open. Numbers keep their kind: an integer stays an integer, a decimal number a double.
 */
public final class PhoenixDataConverter {
    private PhoenixDataConverter() {}

    public static DataConverter create() {
        return DefaultDataConverter.newDefaultInstance()
                .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(mapper()))
                .withFailureConverter(new RefusalFailureConverter());
    }

    static ObjectMapper mapper() {
        return JacksonJsonPayloadConverter.newDefaultObjectMapper()
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                .addMixIn(Compensation.class, CompensationMixIn.class)
                .addMixIn(ConfigHash.class, TextMixIn.class)
                .addMixIn(TenantId.class, UuidMixIn.class)
                .addMixIn(ExperimentId.class, UuidMixIn.class);
    }
}
