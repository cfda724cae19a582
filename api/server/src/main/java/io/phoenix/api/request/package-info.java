/** What every request may carry beside its body: keys that make it repeatable and versions that make it conditional. */
@NullMarked
package io.phoenix.api.request;

import org.jspecify.annotations.NullMarked;
