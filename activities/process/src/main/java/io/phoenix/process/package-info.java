/**
 * Child processes that outlive the JVM that started them and are adopted by the next one.
 * Everything a later JVM must know stands in a run directory: who the process is, under which specification it was
 * started and which ports it holds.
 */
@NullMarked
package io.phoenix.process;

import org.jspecify.annotations.NullMarked;
