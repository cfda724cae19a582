-- What was measured, what was found and what it is worth; enough to recompute a report without the metrics store.

-- Ordered from worst to best: a window is overwritten by a better one only.
CREATE TYPE window_quality AS ENUM ('MISSING', 'DOWN', 'INCOMPLETE', 'COMPLETE');

CREATE TABLE measurements (
    tenant_id     uuid               NOT NULL,
    experiment_id uuid               NOT NULL,
    metric        text               NOT NULL,
    variant       text               NOT NULL,
    window_index  integer            NOT NULL CHECK (window_index >= 0),
    segment       integer            NOT NULL CHECK (segment >= 0),
    started_at    timestamptz        NOT NULL,
    ended_at      timestamptz        NOT NULL,
    step_nanos    bigint             NOT NULL CHECK (step_nanos > 0),
    quality       window_quality     NOT NULL,
    samples       double precision[] NOT NULL,
    infinite      integer            NOT NULL CHECK (infinite >= 0),
    PRIMARY KEY (tenant_id, experiment_id, metric, variant, window_index),
    FOREIGN KEY (tenant_id, experiment_id) REFERENCES experiments (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE reports (
    tenant_id     uuid        NOT NULL,
    experiment_id uuid        NOT NULL,
    result        json        NOT NULL,
    updated_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, experiment_id),
    FOREIGN KEY (tenant_id, experiment_id) REFERENCES experiments (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE costs (
    tenant_id     uuid        NOT NULL,
    experiment_id uuid        NOT NULL,
    estimates     json        NOT NULL,
    updated_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, experiment_id),
    FOREIGN KEY (tenant_id, experiment_id) REFERENCES experiments (tenant_id, id) ON DELETE CASCADE
);

ALTER TABLE measurements ENABLE ROW LEVEL SECURITY;
ALTER TABLE measurements FORCE ROW LEVEL SECURITY;
CREATE POLICY measurements_tenant ON measurements
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE reports ENABLE ROW LEVEL SECURITY;
ALTER TABLE reports FORCE ROW LEVEL SECURITY;
CREATE POLICY reports_tenant ON reports
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE costs ENABLE ROW LEVEL SECURITY;
ALTER TABLE costs FORCE ROW LEVEL SECURITY;
CREATE POLICY costs_tenant ON costs
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON measurements TO phoenix_app;
GRANT SELECT, INSERT, UPDATE ON reports TO phoenix_app;
GRANT SELECT, INSERT, UPDATE ON costs TO phoenix_app;
