package io.phoenix.client;

import java.math.BigDecimal;

/** An amount; {@code currency} is an ISO 4217 code. */
public record MoneyResponse(BigDecimal amount, String currency) {}
