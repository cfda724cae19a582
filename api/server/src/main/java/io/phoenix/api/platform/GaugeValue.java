package io.phoenix.api.platform;

import io.micrometer.core.instrument.Tags;

/** One value of one gauge. */
record GaugeValue(ResultGauge gauge, Tags tags, double value) {}
