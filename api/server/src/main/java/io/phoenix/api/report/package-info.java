/** What a run has found, for programs as JSON and for people as text, Markdown and HTML; all from what is stored. */
@NullMarked
package io.phoenix.api.report;

import org.jspecify.annotations.NullMarked;
