/** The verdict of an experiment and its price, from stored measurements by the pure engines. */
@NullMarked
package io.phoenix.activity.verdict;

import org.jspecify.annotations.NullMarked;
