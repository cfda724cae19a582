-- Experiments: intent, projection, history, commands, and what the database promised to tell the engine.
-- Documents are json, not jsonb: jsonb rewrites numbers (1e7 becomes 10000000) and reorders keys, and hashes are taken of them.

CREATE TABLE experiment_names (
    tenant_id   uuid    NOT NULL REFERENCES tenants (tenant_id),
    name        text    NOT NULL,
    last_number integer NOT NULL CHECK (last_number > 0),
    PRIMARY KEY (tenant_id, name)
);

CREATE TABLE experiments (
    tenant_id      uuid             NOT NULL REFERENCES tenants (tenant_id),
    id             uuid             NOT NULL,
    name           text             NOT NULL,
    number         integer          NOT NULL CHECK (number > 0),
    spec           json             NOT NULL,
    labels         jsonb            NOT NULL,
    time_scale     double precision NOT NULL CHECK (time_scale > 0),
    started_by     text             NOT NULL,
    phase          text             NOT NULL CHECK (phase IN ('PENDING', 'INITIALIZING', 'RUNNING', 'ANALYZING',
                       'AWAITING_APPROVAL', 'PROMOTING', 'ROLLING_BACK', 'COMPLETED', 'FAILED', 'CANCELLED')),
    paused         boolean          NOT NULL,
    progress       double precision NOT NULL,
    verdict        text             CHECK (verdict IN ('PROMOTE', 'REJECT', 'INCONCLUSIVE', 'INVALID')),
    outcome        text             CHECK (outcome IN ('PROMOTED', 'NOT_PROMOTED', 'REVERTED', 'SUPERSEDED')),
    outcome_reason text,
    cleanup        text             CHECK (cleanup IN ('CLEAN', 'BLOCKED')),
    error_code     text,
    message        text             NOT NULL,
    sequence       bigint           NOT NULL CHECK (sequence >= 0),
    run_id         text,
    created_at     timestamptz      NOT NULL,
    updated_at     timestamptz      NOT NULL,
    ended_at       timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name, number)
);
CREATE INDEX experiments_newest_first ON experiments (tenant_id, created_at DESC, id DESC);

CREATE TABLE idempotency_records (
    tenant_id     uuid        NOT NULL REFERENCES tenants (tenant_id),
    subject       text        NOT NULL,
    key           text        NOT NULL CHECK (char_length(key) BETWEEN 1 AND 255),
    body_digest   text        NOT NULL,
    experiment_id uuid        NOT NULL,
    expires_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, subject, key),
    -- The record is written first, because it decides whether there will be an experiment at all.
    FOREIGN KEY (tenant_id, experiment_id) REFERENCES experiments (tenant_id, id)
        ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX idempotency_records_by_expiry ON idempotency_records (tenant_id, expires_at);
CREATE INDEX idempotency_records_by_experiment ON idempotency_records (tenant_id, experiment_id);

CREATE TABLE experiment_events (
    tenant_id     uuid        NOT NULL,
    experiment_id uuid        NOT NULL,
    sequence      bigint      NOT NULL,
    type          text        NOT NULL,
    phase         text        NOT NULL,
    message       text        NOT NULL,
    at            timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, experiment_id, sequence),
    FOREIGN KEY (tenant_id, experiment_id) REFERENCES experiments (tenant_id, id) ON DELETE CASCADE
);

CREATE TABLE experiment_commands (
    tenant_id        uuid        NOT NULL,
    experiment_id    uuid        NOT NULL,
    id               uuid        NOT NULL,
    command          json        NOT NULL,
    accepted         boolean,
    decision_code    text,
    decision_message text,
    decided_at       timestamptz,
    created_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, experiment_id, id),
    FOREIGN KEY (tenant_id, experiment_id) REFERENCES experiments (tenant_id, id) ON DELETE CASCADE
);

-- A command travels inside its entry: the relay has no right to read the commands of tenants.
CREATE TABLE outbox (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    experiment_id uuid        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('START', 'DELIVER')),
    command       json,
    attempts      integer     NOT NULL DEFAULT 0,
    due_at        timestamptz NOT NULL,
    leased_until  timestamptz,
    delivered_at  timestamptz,
    last_error    text,
    created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id),
    CHECK ((kind = 'DELIVER') = (command IS NOT NULL)),
    FOREIGN KEY (tenant_id, experiment_id) REFERENCES experiments (tenant_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX outbox_one_start ON outbox (tenant_id, experiment_id) WHERE kind = 'START';
CREATE INDEX outbox_of_experiment ON outbox (tenant_id, experiment_id);
CREATE INDEX outbox_undelivered ON outbox (due_at) WHERE delivered_at IS NULL;

ALTER TABLE experiment_names ENABLE ROW LEVEL SECURITY;
ALTER TABLE experiment_names FORCE ROW LEVEL SECURITY;
CREATE POLICY experiment_names_tenant ON experiment_names
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE experiments ENABLE ROW LEVEL SECURITY;
ALTER TABLE experiments FORCE ROW LEVEL SECURITY;
CREATE POLICY experiments_tenant ON experiments
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY experiments_system_read ON experiments FOR SELECT TO phoenix_system USING (true);
CREATE POLICY experiments_system_write ON experiments FOR UPDATE TO phoenix_system USING (true);

ALTER TABLE idempotency_records ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_records FORCE ROW LEVEL SECURITY;
CREATE POLICY idempotency_records_tenant ON idempotency_records
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE experiment_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE experiment_events FORCE ROW LEVEL SECURITY;
CREATE POLICY experiment_events_tenant ON experiment_events
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE experiment_commands ENABLE ROW LEVEL SECURITY;
ALTER TABLE experiment_commands FORCE ROW LEVEL SECURITY;
CREATE POLICY experiment_commands_tenant ON experiment_commands
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY outbox_tenant ON outbox
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY outbox_system_read ON outbox FOR SELECT TO phoenix_system USING (true);
CREATE POLICY outbox_system_write ON outbox FOR UPDATE TO phoenix_system USING (true);

GRANT SELECT, INSERT, UPDATE ON experiment_names TO phoenix_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON experiments TO phoenix_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_records TO phoenix_app;
GRANT SELECT, INSERT ON experiment_events TO phoenix_app;
GRANT SELECT, INSERT, UPDATE ON experiment_commands TO phoenix_app;
GRANT SELECT, INSERT, UPDATE ON outbox TO phoenix_app;

GRANT SELECT (tenant_id, id, name, number, phase, paused, progress, verdict, outcome, outcome_reason, cleanup,
              error_code, message, sequence, run_id, created_at, updated_at, ended_at) ON experiments TO phoenix_system;
GRANT UPDATE (phase, paused, progress, verdict, outcome, outcome_reason, cleanup, error_code, message, sequence, run_id,
              updated_at, ended_at) ON experiments TO phoenix_system;
GRANT SELECT ON outbox TO phoenix_system;
GRANT UPDATE (attempts, due_at, leased_until, delivered_at, last_error) ON outbox TO phoenix_system;
