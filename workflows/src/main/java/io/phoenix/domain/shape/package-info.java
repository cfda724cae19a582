/**
 * What a document written by a person may contain: declared once, read leniently and published as JSON Schema. No
 * clock, no I/O.
 */
@NullMarked
package io.phoenix.domain.shape;

import org.jspecify.annotations.NullMarked;
