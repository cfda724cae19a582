/** Collector configurations: the catalogue of templates, their rendering and content addresses. No clock, no I/O. */
@NullMarked
package io.phoenix.domain.pipeline;

import org.jspecify.annotations.NullMarked;
