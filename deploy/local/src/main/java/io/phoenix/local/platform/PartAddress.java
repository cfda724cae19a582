package io.phoenix.local.platform;

import org.jspecify.annotations.Nullable;

/** Which version of a part answers where. */
record PartAddress(
        String version, @Nullable Integer port, @Nullable String url) {}
