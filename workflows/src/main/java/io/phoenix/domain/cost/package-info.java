/** What a saving is worth at a vendor. Called from activities, never from a workflow method. */
@NullMarked
package io.phoenix.domain.cost;

import org.jspecify.annotations.NullMarked;
