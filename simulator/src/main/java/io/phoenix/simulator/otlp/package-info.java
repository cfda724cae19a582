/**
 * The wire side: scrapes encoded as the hostmetrics process scraper encodes them, and their delivery over OTLP/gRPC. A
 * message is offered to the receiver at most once.
 */
@NullMarked
package io.phoenix.simulator.otlp;

import org.jspecify.annotations.NullMarked;
