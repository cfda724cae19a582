DROP TABLE measurement_queries;
DROP TABLE host_measurements;
