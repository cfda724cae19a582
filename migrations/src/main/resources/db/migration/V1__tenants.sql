-- Tenants, their keys and the audit log. Roles phoenix_owner, phoenix_app and phoenix_system exist already.
-- Every table of tenants has row level security enabled and forced: without app.tenant_id there are zero rows.

GRANT SELECT ON schema_history TO phoenix_app, phoenix_system;

CREATE TABLE tenants (
    tenant_id  uuid        NOT NULL,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id)
);

INSERT INTO tenants (tenant_id, name) VALUES ('00000000-0000-7000-8000-000000000001', 'default');

ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY tenants_tenant ON tenants
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT ON tenants TO phoenix_app;

CREATE TABLE api_keys (
    tenant_id    uuid        NOT NULL REFERENCES tenants (tenant_id),
    id           text        NOT NULL,
    hash         bytea       NOT NULL,
    subject      text        NOT NULL,
    role         text        NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX api_keys_by_id ON api_keys (id);

ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY api_keys_tenant ON api_keys
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);
-- The lookup below runs as the owner, which forced row level security would blind as well.
CREATE POLICY api_keys_lookup ON api_keys FOR SELECT TO phoenix_owner USING (true);
GRANT SELECT, INSERT, UPDATE ON api_keys TO phoenix_app;

-- The only way to a row before the tenant is known. The id is unique per tenant only, so several rows may answer;
-- the caller takes the one whose hash is equal.
CREATE FUNCTION find_api_keys(key_id text)
    RETURNS TABLE (tenant_id uuid, hash bytea, subject text, role text, last_used_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $$
    SELECT k.tenant_id, k.hash, k.subject, k.role, k.last_used_at
    FROM public.api_keys k
    WHERE k.id = key_id
      AND k.revoked_at IS NULL
      AND (k.expires_at IS NULL OR k.expires_at > now())
$$;
REVOKE ALL ON FUNCTION find_api_keys(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_api_keys(text) TO phoenix_app;

CREATE TABLE audit_log (
    tenant_id uuid        NOT NULL REFERENCES tenants (tenant_id),
    id        text        NOT NULL,
    at        timestamptz NOT NULL,
    actor     text        NOT NULL,
    action    text        NOT NULL,
    resource  text        NOT NULL,
    details   jsonb       NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX audit_log_by_time ON audit_log (tenant_id, at);

ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_log_tenant ON audit_log
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT ON audit_log TO phoenix_app;

CREATE FUNCTION refuse_audit_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
REVOKE ALL ON FUNCTION refuse_audit_change() FROM PUBLIC;

-- Per statement, so that it is refused even where row level security hides every row.
CREATE TRIGGER audit_log_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
