/**
 * What the database learns of a run: its head, its events, its audit rows.
 * Every write is guarded by a sequence or an id, so that retries and late workers change nothing.
 */
@NullMarked
package io.phoenix.activity.record;

import org.jspecify.annotations.NullMarked;
