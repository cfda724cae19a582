/**
 * What the measured saving is worth at a vendor's list price, as a range, with every assumption spelled out. Pure: no I/O,
 * no clock, and the same result for the same measurements on any JVM.
 */
@NullMarked
package io.phoenix.activity.cost;

import org.jspecify.annotations.NullMarked;
