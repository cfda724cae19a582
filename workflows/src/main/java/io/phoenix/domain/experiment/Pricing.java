package io.phoenix.domain.experiment;

import java.util.List;

/** Which price books the saving is priced by. */
public record Pricing(List<String> books) {
    /** What a spec that names none is priced by. */
    public static final List<String> DEFAULT_BOOKS = List.of("grafana-cloud");

    public Pricing {
        books = List.copyOf(books);
    }
}
