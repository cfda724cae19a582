/**
 * The outside programs of Phoenix: where they are found, how a download is checked and how a pinned module is built.
 * Nothing that was not checked is ever run.
 */
@NullMarked
package io.phoenix.tools;

import org.jspecify.annotations.NullMarked;
