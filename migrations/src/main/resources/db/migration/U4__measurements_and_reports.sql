DROP TABLE costs;
DROP TABLE reports;
DROP TABLE measurements;
DROP TYPE window_quality;
