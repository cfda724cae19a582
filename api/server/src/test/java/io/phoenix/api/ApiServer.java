package io.phoenix.api;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.target.Target;
import io.phoenix.domain.target.TargetKind;
import io.phoenix.domain.target.TargetStore;
import io.phoenix.domain.tenant.ApiKeyStore;
import io.phoenix.domain.tenant.TenantId;
import io.phoenix.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The whole server on a database of its own, asked over HTTP. */
final class ApiServer implements AutoCloseable {
    static final TenantId OTHER = new TenantId(TestDatabase.OTHER_TENANT);
    static final String OWNER = key("owner");
    static final String OPERATOR = key("operator");
    static final String VIEWER = key("viewer");
    static final String STRANGER = key("stranger");

    private final TestDatabase database = TestDatabase.migrated();
    private final EmbeddedServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    private ApiServer(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(database.properties());
        all.put("micronaut.server.port", -1);
        all.put("endpoints.all.port", freePort());
        all.put("phoenix.temporal.target", "127.0.0.1:1");
        all.put("phoenix.decision-wait", "300ms");
        all.putAll(properties);
        server = ApplicationContext.run(EmbeddedServer.class, all);
        ApiKeyStore keys = bean(ApiKeyStore.class);
        keys.put(TenantId.DEFAULT, OWNER, "olga", "owner");
        keys.put(TenantId.DEFAULT, OPERATOR, "otto", "operator");
        keys.put(TenantId.DEFAULT, VIEWER, "vera", "viewer");
        keys.put(OTHER, STRANGER, "stan", "owner");
        createTarget(TenantId.DEFAULT);
        createTarget(OTHER);
    }

    static ApiServer start() {
        return start(Map.of());
    }

    static ApiServer start(Map<String, Object> properties) {
        return new ApiServer(properties);
    }

    private static String key(String name) {
        return "phx_" + name + "_" + name.repeat(8).substring(0, 24) + "-secret";
    }

    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void createTarget(TenantId tenant) {
        PipelineRef ref = new PipelineRef("process-baseline-v1", Map.of());
        RenderedPipeline pipeline = new RenderedPipeline(ref, ConfigHash.of("receivers: {}"), "receivers: {}");
        bean(TargetStore.class)
                .create(
                        new Target(tenant, "demo", TargetKind.LOCAL, "phoenix-local-test", ref, pipeline.hash(), 1),
                        pipeline);
    }

    <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    ApplicationContext context() {
        return server.getApplicationContext();
    }

    TestDatabase database() {
        return database;
    }

    int managementPort() {
        return context().getRequiredProperty("endpoints.all.port", Integer.class);
    }

    /** As the superuser of the database. */
    void execute(String sql) {
        database.execute(sql);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    HttpResponse<String> get(String path, String key) {
        return send(request(path, key).GET());
    }

    HttpResponse<String> post(String path, String key, String idempotencyKey, String type, String body) {
        return send(request(path, key)
                .header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path, String key) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
        return key == null ? builder : builder.header("Authorization", "Bearer " + key);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }
}
