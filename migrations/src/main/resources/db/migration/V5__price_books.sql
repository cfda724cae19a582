-- A tenant's own price book entries, each in the place of the one that comes with Phoenix. Every version is kept, since
-- estimates name the one that they were priced by.
CREATE TABLE price_books (
    tenant_id  uuid        NOT NULL REFERENCES tenants (tenant_id),
    id         text        NOT NULL CHECK (char_length(id) BETWEEN 1 AND 63),
    version    bigint      NOT NULL CHECK (version > 0),
    -- As it was written. NULL: from here on the entry that comes with Phoenix holds again.
    document   text        CHECK (char_length(document) <= 1048576),
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id, version)
);

ALTER TABLE price_books ENABLE ROW LEVEL SECURITY;
ALTER TABLE price_books FORCE ROW LEVEL SECURITY;
CREATE POLICY price_books_tenant ON price_books
    USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid);

GRANT SELECT, INSERT ON price_books TO phoenix_app;
