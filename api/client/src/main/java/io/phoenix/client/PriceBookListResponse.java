package io.phoenix.client;

import java.util.List;

/** The price book. */
public record PriceBookListResponse(List<PriceBookResponse> items) {}
