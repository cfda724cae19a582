-- What single hosts contributed to a metric, and by which expressions the windows were measured.

CREATE TABLE host_measurements (
    tenant_id     uuid               NOT NULL,
    experiment_id uuid               NOT NULL,
    metric        text               NOT NULL,
    variant       text               NOT NULL,
    window_index  integer            NOT NULL CHECK (window_index >= 0),
    segment       integer            NOT NULL CHECK (segment >= 0),
    started_at    timestamptz        NOT NULL,
    ended_at      timestamptz        NOT NULL,
    step_nanos    bigint             NOT NULL CHECK (step_nanos > 0),
    hosts         text[]             NOT NULL CHECK (cardinality(hosts) > 0),
    -- The grid points of the first host, then those of the second, in the order of hosts.
    samples       double precision[] NOT NULL CHECK (cardinality(samples) % cardinality(hosts) = 0),
    PRIMARY KEY (tenant_id, experiment_id, metric, variant, window_index),
    FOREIGN KEY (tenant_id, experiment_id) REFERENCES experiments (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE measurement_queries (
    tenant_id     uuid    NOT NULL,
    experiment_id uuid    NOT NULL,
    subject       text    NOT NULL,
    position      integer NOT NULL,
    expression    text    NOT NULL,
    PRIMARY KEY (tenant_id, experiment_id, subject),
    FOREIGN KEY (tenant_id, experiment_id) REFERENCES experiments (tenant_id, id) ON DELETE CASCADE
);

ALTER TABLE host_measurements ENABLE ROW LEVEL SECURITY;
ALTER TABLE host_measurements FORCE ROW LEVEL SECURITY;
CREATE POLICY host_measurements_tenant ON host_measurements
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE measurement_queries ENABLE ROW LEVEL SECURITY;
ALTER TABLE measurement_queries FORCE ROW LEVEL SECURITY;
CREATE POLICY measurement_queries_tenant ON measurement_queries
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON host_measurements TO phoenix_app;
GRANT SELECT, INSERT, UPDATE ON measurement_queries TO phoenix_app;
