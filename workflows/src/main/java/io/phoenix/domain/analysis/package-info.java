/** Verdicts, their reasons and the decision rule. Called from activities, never from a workflow method. */
@NullMarked
package io.phoenix.domain.analysis;

import org.jspecify.annotations.NullMarked;
