package io.phoenix.simulator.run;

import io.phoenix.simulator.otlp.MetricsSink;

/**
 * What the loops of all hosts share.
 *
 * @param ticks number of scrapes of each host
 */
record Outlet(MetricsSink sink, Statistics statistics, DeliveryLog log, Reports reports, StopSignal stop, long ticks) {}
