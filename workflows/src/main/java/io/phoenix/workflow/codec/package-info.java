/**
 * How messages of workflows and activities become payloads: JSON that people read in the engine's UI.
 * Jackson is known here and nowhere else beside the workflow; the domain stays free of annotations.
 */
@NullMarked
package io.phoenix.workflow.codec;

import org.jspecify.annotations.NullMarked;
