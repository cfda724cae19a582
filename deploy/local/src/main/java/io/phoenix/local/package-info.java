/** The command {@code phoenix}: the whole platform on one machine, and the command line of the API beside it. */
@NullMarked
package io.phoenix.local;

import org.jspecify.annotations.NullMarked;
