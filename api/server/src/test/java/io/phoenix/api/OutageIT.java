package io.phoenix.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.client.Json;
import io.phoenix.client.ProblemResponse;
import io.phoenix.store.DatabasePools;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class OutageIT {
    @Test
    void callsADatabaseThatIsAwayNoWrongKey() {
        try (ApiServer api = ApiServer.start()) {
            api.bean(DatabasePools.class).close();

            HttpResponse<String> response = api.get("/api/v1/experiments", ApiServer.VIEWER);

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            assertThat(Json.read(response.body(), ProblemResponse.class).code()).isEqualTo("upstream_unavailable");
            assertThat(api.get("/health/live", null).statusCode()).isEqualTo(200);
            assertThat(api.get("/health/ready", null).statusCode()).isEqualTo(503);
        }
    }
}
