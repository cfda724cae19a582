package io.phoenix.workflow.experiment;

/** What INITIALIZING has made ready for the measurement. */
record Prepared(Reservation reservation, RenderedVariants rendered, DeployedCollectors deployed) {}
