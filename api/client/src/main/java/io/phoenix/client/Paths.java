package io.phoenix.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths of the HTTP interface. */
final class Paths {
    static final String BASE = "/api/v1";

    private Paths() {}

    /** The text as one segment of a path or one value of a query. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String experiment(String id) {
        return BASE + "/experiments/" + segment(id);
    }

    static String target(String name) {
        return BASE + "/targets/" + segment(name);
    }
}
