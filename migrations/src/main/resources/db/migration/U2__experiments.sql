DROP TABLE outbox;
DROP TABLE experiment_commands;
DROP TABLE experiment_events;
DROP TABLE idempotency_records;
DROP TABLE experiments;
DROP TABLE experiment_names;
