/**
 * The change of a target for good, and the watch over it.
 * The store decides by compare-and-set; a standing pipeline carries the decision out and can be asked again.
 */
@NullMarked
package io.phoenix.activity.promotion;

import org.jspecify.annotations.NullMarked;
