package io.phoenix.client;

import java.util.List;

/** A pipeline of the catalogue. */
public record TemplateResponse(String name, String description, List<ParameterResponse> parameters) {}
