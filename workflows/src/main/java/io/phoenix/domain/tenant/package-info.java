/** Whose data it is and who acts on it. Every store call carries the tenant. */
@NullMarked
package io.phoenix.domain.tenant;

import org.jspecify.annotations.NullMarked;
