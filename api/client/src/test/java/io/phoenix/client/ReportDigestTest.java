package io.phoenix.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportDigestTest {
    private static final String REPORT = """
            {"verdict":"PROMOTE","costs":[{"book":"a","saving":{"amount":60.50}}],"experiment":{"name":"x","looks":1}}""";

    @Test
    void staysTheSameFromVersionToVersion() {
        assertThat(of(REPORT)).isEqualTo("sha256:91303d9301113f87e8ae305623a35fef77b7db860eaf74267dab362914ef28f5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"costs\": [ {\"saving\":{\"amount\":6.05e1},\"book\":\"a\"} ],"
                        + "\"experiment\":{\"looks\":1.0,\"name\":\"x\"},\"verdict\":\"PROMOTE\"}",
                "{\"verdict\":\"PROMOTE\",\"outcome\":null,\"costs\":[{\"book\":\"a\",\"saving\":{\"amount\":60.5}}],"
                        + "\"experiment\":{\"name\":\"x\",\"looks\":1,\"reason\":null},\"platform\":{},\"data\":{\"step\":\"PT2S\"}}"
            })
    void doesNotDependOnHowItIsWrittenNorOnWhatIsComputedAgain(String report) {
        assertThat(of(report)).isEqualTo(of(REPORT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"60.5|60.6", "\"x\"|\"y\"", "PROMOTE|REJECT", "\"costs\"|\"costs2\"", "\"a\"|null", "[{|[null,{"
            })
    void dependsOnEverythingElse(String change) {
        String[] parts = change.split("\\|");

        assertThat(REPORT).contains(parts[0]);
        assertThat(of(REPORT.replace(parts[0], parts[1]))).isNotEqualTo(of(REPORT));
    }

    private static String of(String report) {
        return ReportDigest.of(Json.read(report, Map.class));
    }
}
