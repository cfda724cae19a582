/** The Temporal worker: reads the configuration, puts adapters behind the ports and serves the task queues. */
@NullMarked
package io.phoenix.worker;

import org.jspecify.annotations.NullMarked;
