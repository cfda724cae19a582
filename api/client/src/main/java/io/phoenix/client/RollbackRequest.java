package io.phoenix.client;

/** The earlier generation whose pipeline the target shall run again. */
public record RollbackRequest(long generation) {}
