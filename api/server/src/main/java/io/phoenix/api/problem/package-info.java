/** How failures become answers: the one mapping of error codes to HTTP and the RFC 9457 body of every refusal. */
@NullMarked
package io.phoenix.api.problem;

import org.jspecify.annotations.NullMarked;
