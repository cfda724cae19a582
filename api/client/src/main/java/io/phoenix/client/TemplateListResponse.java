package io.phoenix.client;

import java.util.List;

/** The catalogue, by name. */
public record TemplateListResponse(List<TemplateResponse> items) {}
