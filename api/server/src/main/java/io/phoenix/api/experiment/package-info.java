/** Experiments over HTTP: taking specifications, commands to runs, and what runs have found. */
@NullMarked
package io.phoenix.api.experiment;

import org.jspecify.annotations.NullMarked;
