/**
 * What a report says and how it is written: one list of sections for terminals, Markdown and HTML, the same for experiments
 * and for files. Knows results, not where they come from.
 */
@NullMarked
package io.phoenix.activity.analysis.report;

import org.jspecify.annotations.NullMarked;
