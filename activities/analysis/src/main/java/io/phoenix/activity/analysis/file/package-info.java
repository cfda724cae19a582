/**
 * Series and plans from files, and results for files: what {@code phoenix analyze} reads and writes around the engine that
 * decides experiments. Works on streams and trees; whoever calls it opens and closes files.
 */
@NullMarked
package io.phoenix.activity.analysis.file;

import org.jspecify.annotations.NullMarked;
