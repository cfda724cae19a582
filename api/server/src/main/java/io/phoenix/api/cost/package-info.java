/** Prices of volumes and of what experiments measured, the tenant's own price book, and what was saved. */
@NullMarked
package io.phoenix.api.cost;

import org.jspecify.annotations.NullMarked;
