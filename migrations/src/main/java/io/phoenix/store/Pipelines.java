package io.phoenix.store;

import io.phoenix.domain.pipeline.ConfigHash;
import io.phoenix.domain.pipeline.PipelineRef;
import io.phoenix.domain.pipeline.RenderedPipeline;
import io.phoenix.domain.tenant.TenantId;
import java.sql.SQLException;

/** The rows of rendered pipelines, for the stores that write or read them. */
final class Pipelines {
    private static final String PUT = """
            INSERT INTO pipelines (tenant_id, hash, template, parameters, yaml) VALUES (?, ?, ?, ?::json, ?)
            ON CONFLICT (tenant_id, hash) DO NOTHING""";

    private Pipelines() {}

    static void put(Sql sql, TenantId tenant, RenderedPipeline pipeline) throws SQLException {
        sql.update(
                PUT,
                tenant.value(),
                pipeline.hash().value(),
                pipeline.ref().template(),
                Json.write(pipeline.ref().parameters()),
                pipeline.yaml());
    }

    static PipelineRef ref(Row row) throws SQLException {
        return new PipelineRef(row.text("template"), Json.readObject(row.text("parameters")));
    }

    static ConfigHash hash(Row row) throws SQLException {
        return new ConfigHash(row.text("hash"));
    }
}
