DROP TABLE leases;
DROP TABLE target_generations;
DROP TABLE targets;
DROP TABLE experiment_pipelines;
DROP TABLE pipelines;
