package io.phoenix.client;

import java.util.List;

/** The history of an experiment, oldest first. */
public record EventListResponse(List<EventResponse> items) {}
