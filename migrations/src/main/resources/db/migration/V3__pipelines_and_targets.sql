-- Rendered pipelines by their hash, targets with every generation they had, and who holds the lease of a target.

CREATE TABLE pipelines (
    tenant_id  uuid        NOT NULL REFERENCES tenants (tenant_id),
    hash       text        NOT NULL CHECK (hash ~ '^sha256:[0-9a-f]{64}$'),
    template   text        NOT NULL,
    parameters json        NOT NULL,
    yaml       text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, hash)
);

CREATE TABLE experiment_pipelines (
    tenant_id     uuid NOT NULL,
    experiment_id uuid NOT NULL,
    variant       text NOT NULL,
    hash          text NOT NULL,
    PRIMARY KEY (tenant_id, experiment_id, variant),
    FOREIGN KEY (tenant_id, experiment_id) REFERENCES experiments (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, hash) REFERENCES pipelines (tenant_id, hash)
);

CREATE TABLE targets (
    tenant_id  uuid        NOT NULL REFERENCES tenants (tenant_id),
    name       text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('LOCAL', 'KUBERNETES')),
    task_queue text        NOT NULL,
    generation bigint      NOT NULL CHECK (generation > 0),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, name)
);

-- The active pipeline of a target is the one of its generation.
CREATE TABLE target_generations (
    tenant_id  uuid        NOT NULL,
    target     text        NOT NULL,
    generation bigint      NOT NULL CHECK (generation > 0),
    template   text        NOT NULL,
    parameters json        NOT NULL,
    hash       text        NOT NULL,
    changed_by text        NOT NULL,
    reason     text        NOT NULL CHECK (reason IN ('created', 'promoted', 'reverted', 'rolled_back')),
    at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, target, generation),
    FOREIGN KEY (tenant_id, target) REFERENCES targets (tenant_id, name),
    FOREIGN KEY (tenant_id, hash) REFERENCES pipelines (tenant_id, hash)
);

CREATE TABLE leases (
    tenant_id     uuid        NOT NULL,
    target        text        NOT NULL,
    experiment_id uuid        NOT NULL,
    acquired_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, target),
    FOREIGN KEY (tenant_id, target) REFERENCES targets (tenant_id, name),
    -- No cascade: an experiment that still holds a target cannot be deleted.
    FOREIGN KEY (tenant_id, experiment_id) REFERENCES experiments (tenant_id, id)
);
CREATE INDEX leases_by_experiment ON leases (tenant_id, experiment_id);

ALTER TABLE pipelines ENABLE ROW LEVEL SECURITY;
ALTER TABLE pipelines FORCE ROW LEVEL SECURITY;
CREATE POLICY pipelines_tenant ON pipelines
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE experiment_pipelines ENABLE ROW LEVEL SECURITY;
ALTER TABLE experiment_pipelines FORCE ROW LEVEL SECURITY;
CREATE POLICY experiment_pipelines_tenant ON experiment_pipelines
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE targets ENABLE ROW LEVEL SECURITY;
ALTER TABLE targets FORCE ROW LEVEL SECURITY;
CREATE POLICY targets_tenant ON targets
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE target_generations ENABLE ROW LEVEL SECURITY;
ALTER TABLE target_generations FORCE ROW LEVEL SECURITY;
CREATE POLICY target_generations_tenant ON target_generations
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);

ALTER TABLE leases ENABLE ROW LEVEL SECURITY;
ALTER TABLE leases FORCE ROW LEVEL SECURITY;
CREATE POLICY leases_tenant ON leases
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY leases_system_read ON leases FOR SELECT TO phoenix_system USING (true);
CREATE POLICY leases_system_free ON leases FOR DELETE TO phoenix_system USING (true);

GRANT SELECT, INSERT ON pipelines TO phoenix_app;
GRANT SELECT, INSERT, UPDATE ON experiment_pipelines TO phoenix_app;
GRANT SELECT, INSERT, UPDATE ON targets TO phoenix_app;
GRANT SELECT, INSERT ON target_generations TO phoenix_app;
GRANT SELECT, INSERT, DELETE ON leases TO phoenix_app;
GRANT SELECT, DELETE ON leases TO phoenix_system;
