/** Targets over HTTP: what runs where, since when, and the way back to an earlier generation. */
@NullMarked
package io.phoenix.api.target;

import org.jspecify.annotations.NullMarked;
