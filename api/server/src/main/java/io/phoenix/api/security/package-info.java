/** Who asks and what they may do: API keys become principals, and everything that is not allowed is denied. */
@NullMarked
package io.phoenix.api.security;

import org.jspecify.annotations.NullMarked;
