/**
 * The whole product on this machine, driven as its users drive it: by its command line, its API and the engine's own tools.
 * Nothing here reaches into a running part.
 */
@NullMarked
package io.phoenix.local.endtoend;

import org.jspecify.annotations.NullMarked;
