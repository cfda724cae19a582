/** The schema: setting the database up once, migrating it up and down, and refusing to run on the wrong version. */
@NullMarked
package io.phoenix.store.migration;

import org.jspecify.annotations.NullMarked;
