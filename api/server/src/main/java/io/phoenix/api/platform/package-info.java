/** What the server says of itself without asking for a key: health, version, its own description; and metrics beside it. */
@NullMarked
package io.phoenix.api.platform;

import org.jspecify.annotations.NullMarked;
