/** What can go wrong, under stable codes. Mapped to the engine in the worker and to HTTP in the API server, nowhere else. */
@NullMarked
package io.phoenix.error;

import org.jspecify.annotations.NullMarked;
