/**
 * The lease of an experiment on its target.
 * The rules stand in the target store; the activities only carry them to the workflow.
 */
@NullMarked
package io.phoenix.activity.target;

import org.jspecify.annotations.NullMarked;
