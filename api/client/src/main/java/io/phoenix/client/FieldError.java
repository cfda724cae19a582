package io.phoenix.client;

/**
 * One mistake in an input.
 *
 * @param pointer RFC 6901 JSON pointer, empty for the whole document
 * @param code stable name of the broken rule
 */
public record FieldError(String pointer, String code, String message) {}
