package io.phoenix.client;

/** Which Phoenix answers. */
public record VersionResponse(String name, String version, String java) {}
