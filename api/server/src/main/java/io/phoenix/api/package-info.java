/** The API server of Phoenix: where it starts and what it reads from its environment. */
@NullMarked
package io.phoenix.api;

import org.jspecify.annotations.NullMarked;
