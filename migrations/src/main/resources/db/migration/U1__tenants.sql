DROP TABLE audit_log;
DROP FUNCTION refuse_audit_change();
DROP FUNCTION find_api_keys(text);
DROP TABLE api_keys;
DROP TABLE tenants;
REVOKE SELECT ON schema_history FROM phoenix_app, phoenix_system;
