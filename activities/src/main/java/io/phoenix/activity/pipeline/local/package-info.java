/**
 * The validator program of our collector distribution.
 * It knows no other source of configuration than the text it is given, so foreign text reads no file, variable or address.
 */
@NullMarked
package io.phoenix.activity.pipeline.local;

import org.jspecify.annotations.NullMarked;
