package io.phoenix.store;

import io.phoenix.domain.experiment.ExperimentQuery;
import io.phoenix.domain.experiment.Phase;
import io.phoenix.domain.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;

/** The statement of one page: newest first, one row more than asked, which tells whether another page follows. */
record ExperimentListing(String sql, List<Object> arguments) {
    static ExperimentListing of(TenantId tenant, ExperimentQuery query) {
        StringBuilder where = new StringBuilder(" WHERE tenant_id = ?");
        List<Object> arguments = new ArrayList<>();
        arguments.add(tenant.value());
        if (!query.phases().isEmpty()) {
            where.append(" AND phase = ANY (?)");
            arguments.add(query.phases().stream().map(Phase::name).toArray(String[]::new));
        }
        if (query.name() != null) {
            where.append(" AND name = ?");
            arguments.add(query.name());
        }
        if (!query.labels().isEmpty()) {
            where.append(" AND labels @> ?::jsonb");
            arguments.add(Json.write(query.labels()));
        }
        if (query.cursor() != null) {
            ExperimentCursor cursor = ExperimentCursor.decode(query.cursor());
            where.append(" AND (created_at, id) < (?, ?)");
            arguments.add(cursor.createdAt());
            arguments.add(cursor.id());
        }
        arguments.add(query.limit() + 1);
        return new ExperimentListing(
                ExperimentRow.SELECT + where + " ORDER BY created_at DESC, id DESC LIMIT ?", arguments);
    }
}
